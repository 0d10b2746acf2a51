using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Traces;

/// <summary>Routes of traces that answer with files, or with nothing.</summary>
internal static class TraceRoutes
{
    private const string Artifact = "mlflow/get-trace-artifact";

    private static readonly string[] Get = ["GET", "HEAD"];

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes, ServerContext server)
    {
        var artifacts = new TraceArtifacts(server);
        routes.MapMethods($"/ajax-api/2.0/{Artifact}", Get, artifacts.SendAsync);
        if (server.Behavior != Behavior.Mlflow3)
        {
            return;
        }

        routes.MapMethods($"/ajax-api/3.0/{Artifact}", Get, artifacts.SendAsync);

        // Databricks has these; MLflow's own server knows the paths and answers with nothing.
        foreach (var prefix in new[] { "/api/2.0/", "/ajax-api/2.0/" })
        {
            routes.MapMethods(prefix + "mlflow/unified-traces", Get, AnswerNothing);
            routes.MapMethods(prefix + "mlflow/get-online-trace-details", Get, AnswerNothing);
        }
    }

    private static Task AnswerNothing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/html; charset=utf-8";
        return Task.CompletedTask;
    }
}
