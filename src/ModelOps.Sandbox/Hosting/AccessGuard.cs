using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Hosting;

/// <summary>
/// Turns away what another web site makes a browser send. Source: mlflow/server/security_utils.py and fastapi_security.py; releases before 3.5 have
/// none of it, so for them only writes are refused: those under a foreign name, and those of another site that a browser sends without asking first.
/// </summary>
/// <param name="behavior">The release.</param>
/// <param name="allowedHosts">Hosts beyond this machine and private addresses.</param>
internal sealed class AccessGuard(Behavior behavior, IReadOnlyList<string> allowedHosts)
{
    private const string Methods = "GET, POST, PUT, DELETE, OPTIONS, PATCH";

    /// <summary>Answers a request that is turned away.</summary>
    /// <returns>Whether the request was answered.</returns>
    public async Task<bool> AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        if (!IsHostServed(request))
        {
            return await WriteAsync(http, StatusCodes.Status403Forbidden, "text/plain", "Invalid Host header - possible DNS rebinding attack detected");
        }

        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return false;
        }

        var isOwn = IsLocal(origin);
        if (behavior == Behavior.Mlflow2)
        {
            // What a browser sends without asking first is no JSON; JSON it asks for, and is told nothing that would let it go on.
            return !isOwn && IsWrite(request.Method) && !ContentTypes.IsJson(request)
                && await WriteAsync(http, StatusCodes.Status403Forbidden, "text/plain", "Cross-origin request blocked");
        }

        if (HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method"))
        {
            return await AnswerPreflightAsync(http, origin, isOwn);
        }

        if (!isOwn && IsWrite(request.Method))
        {
            return await WriteAsync(http, StatusCodes.Status403Forbidden, "text/plain", "Cross-origin request blocked");
        }

        if (isOwn)
        {
            Allow(http.Response, origin);
        }

        return false;
    }

    private static async Task<bool> AnswerPreflightAsync(HttpContext http, string origin, bool isOwn)
    {
        if (!isOwn)
        {
            return await WriteAsync(http, StatusCodes.Status400BadRequest, "text/plain; charset=utf-8", "Disallowed CORS origin");
        }

        Allow(http.Response, origin);
        http.Response.Headers.AccessControlAllowMethods = Methods;
        http.Response.Headers.AccessControlAllowHeaders = http.Request.Headers.AccessControlRequestHeaders;
        http.Response.Headers.AccessControlMaxAge = "600";
        return await WriteAsync(http, StatusCodes.Status200OK, "text/plain; charset=utf-8", "OK");
    }

    private static void Allow(HttpResponse response, string origin)
    {
        response.Headers.AccessControlAllowOrigin = origin;
        response.Headers.AccessControlAllowCredentials = "true";
        response.Headers.AccessControlExposeHeaders = "*";
        response.Headers.Vary = "Origin";
    }

    private static bool IsLocal(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri is { Scheme: "http", Host: "localhost" or "127.0.0.1" or "[::1]" };

    private static bool IsWrite(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static async Task<bool> WriteAsync(HttpContext http, int status, string type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(text, http.RequestAborted);
        return true;
    }

    private bool IsHostServed(HttpRequest request) =>
        request.Path.Value is "/health" or "/version"
        || (behavior == Behavior.Mlflow2 && !IsWrite(request.Method) && request.Path.StartsWithSegments("/api/2.0/mlflow", StringComparison.Ordinal))
        || HostCheck.IsAllowed(request.Host, allowedHosts);
}
