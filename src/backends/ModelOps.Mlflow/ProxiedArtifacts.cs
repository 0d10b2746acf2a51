using ModelOps.Abstractions.Artifacts;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>
/// Files that the tracking server hands through. Roots are checked paths below the server's artifact root; empty for that itself.
/// </summary>
internal sealed class ProxiedArtifacts(MlflowClient client, MlflowSettings settings, MultipartUpload multipart) : IArtifactStore
{
    private const string Api = "/api/2.0/mlflow-artifacts/artifacts";

    // Each of them is a call with tries of its own.
    private const int MaxRepeats = 3;

    public async Task UploadAsync(
        string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var target = Join(rootUri, path);
        if (multipart.Wants(length) && await multipart.TryUploadAsync(target, open, length, cancellationToken))
        {
            return;
        }

        var call = new HttpCall(HttpMethod.Put, UriOf(target), Repeat.Always)
        {
            Content = async (onSent, token) => new UploadContent(await open(token), length, onSent, isWhole: true),
        };
        await client.SendAsync(call, WireJson.Mlflow.WireNothing, cancellationToken);
    }

    public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken) =>
        new ProxiedListing(client, rootUri).ReadAsync(cancellationToken);

    public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken) =>
        OpenAsync(Join(rootUri, path), path, length: null, new(settings.Download), cancellationToken);

    public Task<Stream> OpenReadAsync(string rootUri, ContentFile file, CancellationToken cancellationToken)
    {
        var pace = new TransferPace(settings.Download);
        var target = Join(rootUri, file.Path);
        return Task.FromResult<Stream>(new WholeDownload(
            token => OpenAsync(target, file.Path, file.Length, pace, token),
            client.PauseAsync,
            Math.Min(settings.Http.MaxRetries, MaxRepeats),
            file,
            client.Server.Uri.Host));
    }

    /// <summary>A path below another; empty for the root itself.</summary>
    public static string Join(string root, string path) => root.Length == 0 ? path : path.Length == 0 ? root : $"{root}/{path}";

    private Uri UriOf(string path) => client.Server.Call($"{Api}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}");

    private async Task<Stream> OpenAsync(string target, string name, long? length, TransferPace pace, CancellationToken cancellationToken)
    {
        var call = new HttpCall(HttpMethod.Get, UriOf(target), Repeat.Always) { Streams = true };
        var answer = await client.SendAsync(call, cancellationToken);
        try
        {
            return new DownloadStream(answer, await answer.OpenBodyAsync(length, cancellationToken), name, pace);
        }
        catch (HttpRequestException coding)
        {
            using (answer)
            {
                throw client.Errors.Unexpected(call, answer, $"with a body that cannot be read ({coding.Message})");
            }
        }
    }
}
