using ModelOps.Sandbox.Artifacts;
using ModelOps.Sandbox.Calls;
using ModelOps.Sandbox.Faults;
using ModelOps.Sandbox.Otlp;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Traces;

namespace ModelOps.Sandbox.Hosting;

/// <summary>The way of a request through the server.</summary>
internal static class Pipeline
{
    private const string Landing =
        "The ModelOps sandbox serves MLflow's REST API for tests. It has no user interface: set MLFLOW_TRACKING_URI to this address.\n";

    /// <summary>Sets the way up.</summary>
    /// <param name="application">The application.</param>
    /// <param name="server">The server.</param>
    /// <param name="access">Turns requests away.</param>
    /// <param name="faults">Faults to inject; null for none.</param>
    /// <param name="uploads">Uploads in parts; null when they are not offered.</param>
    /// <param name="defects">Is told of the server's own defects.</param>
    public static void Configure(
        WebApplication application, ServerContext server, AccessGuard access, FaultInjector? faults, MultipartUploads? uploads, DefectLog defects)
    {
        application.Use(next => async http =>
        {
            RequestTarget.Restore(http);
            if (!await access.AnswerAsync(http))
            {
                SecurityHeaders.Add(http.Response);
                await next(http);
            }
        });
        if (faults is not null)
        {
            application.Use(next => http => faults.RunAsync(http, next));
        }

        application.Use(next => async http =>
        {
            DoubleSlash.Merge(http);
            await FaultAnswer.GuardAsync(http, server.Behavior, defects, next);
            MethodAnswers.Complete(http, server.Behavior);
            if (!http.Response.HasStarted && http.Response.ContentType is null)
            {
                await HtmlPage.WriteAsync(http.Response, http.RequestAborted);
            }
        });
        application.UseRouting();
        application.Use(next => async http =>
        {
            if (!await DoubleSlash.RedirectAsync(http))
            {
                await next(http);
            }
        });
        Map(application, server, uploads);
    }

    private static void Map(WebApplication application, ServerContext server, MultipartUploads? uploads)
    {
        IEnumerable<RpcEndpoint> calls = [.. RpcCatalog.All, .. new MultipartCalls(uploads).All];
        foreach (var call in calls.Where(call => call.Only is null || call.Only == server.Behavior))
        {
            string[] methods = HttpMethods.IsGet(call.Method) ? [call.Method, HttpMethods.Head] : [call.Method];
            foreach (var route in call.Routes)
            {
                application.MapMethods(route, methods, http => RunAsync(http, call, server));
            }
        }

        UnservedCalls.Map(application);
        ArtifactRoutes.Map(application, server, uploads);
        OtlpEndpoint.Map(application, server);
        TraceRoutes.Map(application, server);
        application.MapMethods("/health", ["GET", "HEAD"], http => WriteTextAsync(http, "text/html; charset=utf-8", "OK"));
        application.MapMethods("/version", ["GET", "HEAD"], http => WriteTextAsync(http, "text/html; charset=utf-8", server.Release));
        application.MapMethods("/", ["GET", "HEAD"], http => WriteTextAsync(http, "text/plain; charset=utf-8", Landing));
    }

    private static Task RunAsync(HttpContext http, RpcEndpoint call, ServerContext server)
    {
        // A HEAD is read as a GET; the web server leaves the body out.
        http.Request.Method = call.Method;
        return call.RunAsync(http, server);
    }

    private static Task WriteTextAsync(HttpContext http, string type, string text)
    {
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
