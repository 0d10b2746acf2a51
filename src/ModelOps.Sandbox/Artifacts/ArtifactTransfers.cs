using Microsoft.AspNetCore.Http.Features;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Uploads and downloads of whole files.</summary>
/// <param name="server">The server.</param>
internal sealed class ArtifactTransfers(ServerContext server)
{
    // What stands for the directory of the artifacts in messages: callers need not know where it is.
    private const string RootName = "mlflow-artifacts:/";
    private const long MaxInterfaceUpload = 10 * 1024 * 1024;

    private readonly ArtifactRoot _root = new(server.ArtifactDirectory);

    /// <summary><c>PUT mlflow-artifacts/artifacts/{path}</c>.</summary>
    public async Task UploadAsync(HttpContext http)
    {
        var path = ArtifactPath.ParseFile(RoutePath(http));
        _root.Locate(path);
        await StoreAsync(http, path);
        await WriteEmptyAsync(http);
    }

    /// <summary><c>GET mlflow-artifacts/artifacts/{path}</c>.</summary>
    public async Task DownloadAsync(HttpContext http)
    {
        var path = ArtifactPath.ParseFile(RoutePath(http));
        using var file = ArtifactSender.Open(_root.Locate(path)) ?? throw NotDownloaded(path);
        await ArtifactSender.SendAsync(http, file, Path.GetFileName(path));
    }

    /// <summary><c>GET /get-artifact</c>: a file of a run.</summary>
    public Task DownloadOfRunAsync(HttpContext http)
    {
        var path = RequirePath(http);
        var runId = Query(http, "run_id") is { Length: > 0 } id ? id : Query(http, "run_uuid");
        return SendAsync(http, () => ArtifactLocations.OfRun(server, runId), path);
    }

    /// <summary><c>GET /model-versions/get-artifact</c>: a file of a model version.</summary>
    public Task DownloadOfVersionAsync(HttpContext http)
    {
        var path = RequirePath(http);
        return SendAsync(http, () => ArtifactLocations.OfVersion(server, Query(http, "name"), Query(http, "version")), path);
    }

    /// <summary><c>GET mlflow/logged-models/{model_id}/artifacts/files</c>: a file of a logged model.</summary>
    public Task DownloadOfLoggedModelAsync(HttpContext http)
    {
        if (Query(http, "artifact_file_path") is not { Length: > 0 } path)
        {
            throw new MlflowFault(ErrorCode.BadRequest, "Request must include the \"artifact_file_path\" query parameter.");
        }

        return SendAsync(http, () => ArtifactLocations.OfLoggedModel(server, (string)http.Request.RouteValues["model_id"]!), path);
    }

    /// <summary><c>POST mlflow/upload-artifact</c>: what the user interface uploads, at most 10 MB.</summary>
    public async Task UploadToRunAsync(HttpContext http)
    {
        var runId = Query(http, "run_uuid") is { Length: > 0 } id ? id : throw MlflowFault.Invalid("Request must specify run_uuid.");
        var path = Query(http, "path") is { Length: > 0 } text ? ArtifactPath.ParseFile(text) : throw MlflowFault.Invalid("Request must specify path.");
        if (http.Request.ContentLength is > MaxInterfaceUpload)
        {
            throw MlflowFault.Invalid("Artifact size is too large. Max size is 10MB.");
        }

        if (http.Request.ContentLength is null or 0)
        {
            throw MlflowFault.Invalid("Request must specify data.");
        }

        var root = ArtifactLocations.ToPath(server, ArtifactLocations.OfRun(server, runId));
        await StoreAsync(http, ArtifactPath.Join(root, path));
        http.Response.ContentType = "application/json";
    }

    private static string RoutePath(HttpContext http) => http.Request.RouteValues["path"] as string ?? "";

    private static string Query(HttpContext http, string name) => http.Request.Query[name].FirstOrDefault() ?? "";

    private static string RequirePath(HttpContext http) =>
        http.Request.Query.ContainsKey("path") ? Query(http, "path") : throw new BadHttpRequestException("The query has no 'path'.");

    private static Task WriteEmptyAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync("{}", http.RequestAborted);
    }

    private async Task SendAsync(HttpContext http, Func<string> location, string sent)
    {
        var path = ArtifactPath.Parse(sent);
        var full = ArtifactPath.Join(ArtifactLocations.ToPath(server, location()), path);
        using var file = ArtifactSender.Open(_root.Locate(full)) ?? throw Missing(full);
        await ArtifactSender.SendAsync(http, file, Path.GetFileName(full));
    }

    private async Task StoreAsync(HttpContext http, string path)
    {
        var partial = _root.NewPartial();
        try
        {
            // Files have no limit: they are not held in memory.
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            using (var file = File.OpenHandle(partial, FileMode.CreateNew, FileAccess.Write))
            {
                await ArtifactReceiver.WriteAsync(http.Request.BodyReader, file, offset: 0, http.RequestAborted);
            }

            _root.Place(partial, path);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private MlflowFault NotDownloaded(string path)
    {
        var failure = $"The following failures occurred while downloading one or more artifacts from {RootName}:\n##### File {path} #####\n";
        return server.Behavior == Behavior.Mlflow2
            ? MlflowFault.Internal($"{failure}[Errno 2] No such file or directory: '{RootName}{path}'")
            : MlflowFault.Missing($"{failure}No such artifact: '{path}'");
    }

    // Releases before 3 fail here with the page for internal errors.
    private Exception Missing(string path) =>
        server.Behavior == Behavior.Mlflow2 ? new FileNotFoundException(path) : MlflowFault.Missing($"No such artifact: '{path}'");
}
