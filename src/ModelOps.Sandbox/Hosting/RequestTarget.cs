namespace ModelOps.Sandbox.Hosting;

/// <summary>
/// The path as the caller wrote it, decoded once. The web server has taken dots out of its own by then, and a path that tries to leave its directory
/// has to be refused, not tidied up.
/// </summary>
internal static class RequestTarget
{
    /// <summary>Puts the path of the request line into the request.</summary>
    public static void Restore(HttpContext http)
    {
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target
            && PathOf(target) is { } path)
        {
            http.Request.Path = new(path);
        }
    }

    /// <summary>The path of a request target; null for one that has none.</summary>
    public static string? PathOf(string target)
    {
        var start = 0;
        if (target[0] != '/')
        {
            // The absolute form, which proxies send.
            var host = target.IndexOf("://", StringComparison.Ordinal);
            start = host < 0 ? -1 : target.IndexOf('/', host + 3);
            if (start < 0)
            {
                return null;
            }
        }

        var end = target.AsSpan(start).IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end < 0 ? target[start..] : target[start..(start + end)]);
    }
}
