using System.Text.RegularExpressions;

namespace ModelOps.Sandbox.Hosting;

/// <summary>Paths with empty parts: where the path without them is served, the caller is sent there.</summary>
internal static partial class DoubleSlash
{
    private static readonly object Marker = new();

    /// <summary>Takes the empty parts out, so that the path is looked up without them.</summary>
    public static void Merge(HttpContext http)
    {
        if (http.Request.Path.Value is { } path && path.Contains("//", StringComparison.Ordinal))
        {
            http.Request.Path = Slashes().Replace(path, "/");
            http.Items[Marker] = Marker;
        }
    }

    /// <summary>Sends the caller to the path without empty parts.</summary>
    /// <returns>Whether the request was answered.</returns>
    public static async Task<bool> RedirectAsync(HttpContext http)
    {
        if (!http.Items.ContainsKey(Marker) || http.GetEndpoint() is null)
        {
            return false;
        }

        var request = http.Request;
        var location = $"{request.Scheme}://{request.Host.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}";
        await HtmlPage.WriteRedirectAsync(http.Response, location, http.RequestAborted);
        return true;
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
