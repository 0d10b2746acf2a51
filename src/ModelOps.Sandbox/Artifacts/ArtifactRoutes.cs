using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Routes on which the bytes of artifacts travel.</summary>
internal static class ArtifactRoutes
{
    private const string Proxy = "2.0/mlflow-artifacts/artifacts/{**path}";

    private static readonly string[] Get = ["GET", "HEAD"];

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">Takes them.</param>
    /// <param name="server">The server.</param>
    /// <param name="uploads">Uploads in parts; null when they are not offered.</param>
    public static void Map(IEndpointRouteBuilder routes, ServerContext server, MultipartUploads? uploads)
    {
        var transfers = new ArtifactTransfers(server);
        foreach (var prefix in new[] { "/api/", "/ajax-api/" })
        {
            routes.MapMethods(prefix + Proxy, ["PUT"], transfers.UploadAsync);
            routes.MapMethods(prefix + Proxy, Get, transfers.DownloadAsync);
        }

        routes.MapMethods("/get-artifact", Get, transfers.DownloadOfRunAsync);
        routes.MapMethods("/model-versions/get-artifact", Get, transfers.DownloadOfVersionAsync);
        routes.MapMethods("/ajax-api/2.0/mlflow/upload-artifact", ["POST"], transfers.UploadToRunAsync);
        if (server.Behavior == Behavior.Mlflow3)
        {
            routes.MapMethods("/ajax-api/2.0/mlflow/logged-models/{model_id}/artifacts/files", Get, transfers.DownloadOfLoggedModelAsync);
        }

        if (uploads is not null)
        {
            routes.MapMethods(MultipartCalls.PartRoute, ["PUT"], http => MultipartCalls.ReceivePartAsync(http, uploads));
        }
    }
}
