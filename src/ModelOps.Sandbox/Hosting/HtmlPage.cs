using System.Net;

namespace ModelOps.Sandbox.Hosting;

/// <summary>The pages that an MLflow server shows where it answers no JSON.</summary>
internal static class HtmlPage
{
    private static readonly Dictionary<int, (string Title, string Text)> Pages = new()
    {
        [400] = ("Bad Request", "The browser (or proxy) sent a request that this server could not understand."),
        [404] = ("Not Found", "The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again."),
        [405] = ("Method Not Allowed", "The method is not allowed for the requested URL."),
        [500] = (
            "Internal Server Error",
            "The server encountered an internal error and was unable to complete your request. "
            + "Either the server is overloaded or there is an error in the application."),
    };

    /// <summary>Writes the page of the response's status, if there is one.</summary>
    public static Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        if (!Pages.TryGetValue(response.StatusCode, out var page))
        {
            return Task.CompletedTask;
        }

        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(
            $"<!doctype html>\n<html lang=en>\n<title>{response.StatusCode} {page.Title}</title>\n<h1>{page.Title}</h1>\n<p>{page.Text}</p>\n",
            cancellationToken);
    }

    /// <summary>Writes the page of a redirection.</summary>
    public static Task WriteRedirectAsync(HttpResponse response, string location, CancellationToken cancellationToken)
    {
        var shown = WebUtility.HtmlEncode(location);
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.Location = location;
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(
            "<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<p>You should be redirected automatically to the "
            + $"target URL: <a href=\"{shown}\">{shown}</a>. If not, click the link.\n",
            cancellationToken);
    }
}
