using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Hosting;

/// <summary>The way of a request through the server.</summary>
internal static class Pipeline
{
    /// <summary>Sets the way up.</summary>
    public static void Configure(WebApplication application, ServerContext server)
    {
        application.Use(next => http =>
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.XFrameOptions = "SAMEORIGIN";
            return next(http);
        });
        application.Use(next => async http =>
        {
            await FaultAnswer.GuardAsync(http, server.Behavior, next);
            if (!http.Response.HasStarted && http.Response.ContentType is null)
            {
                await HtmlPage.WriteAsync(http.Response, http.RequestAborted);
            }
        });
        application.UseRouting();
        foreach (var call in RpcCatalog.All.Where(call => call.Only is null || call.Only == server.Behavior))
        {
            foreach (var route in call.Routes)
            {
                application.MapMethods(route, [call.Method], http => call.RunAsync(http, server));
            }
        }

        application.MapMethods("/health", ["GET"], http => WritePlainAsync(http, "OK"));
        application.MapMethods("/version", ["GET"], http => WritePlainAsync(http, server.Release));
    }

    private static Task WritePlainAsync(HttpContext http, string text)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
