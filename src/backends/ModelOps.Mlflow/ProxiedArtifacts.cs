using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>
/// Files that the tracking server hands through. Roots are checked paths below the server's artifact root; empty for that itself.
/// </summary>
internal sealed class ProxiedArtifacts(MlflowClient client, MlflowSettings settings, MultipartUpload multipart) : IArtifactStore
{
    private const string Api = "/api/2.0/mlflow-artifacts/artifacts";

    // Far above any model; a bound for servers that list directories in directories for ever.
    private const int MaxFiles = 100_000;

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

    public async Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken)
    {
        var files = new List<ContentFile>();
        var seen = 0;
        var directories = new Queue<string>([""]);
        while (directories.TryDequeue(out var directory))
        {
            foreach (var entry in await ListDirectoryAsync(Join(rootUri, directory), cancellationToken))
            {
                var path = Join(directory, WireReader.Required(entry.Path, "the name of an artifact"));
                if (!SafeRelativePath.TryValidate(path, out var problem) || entry.Path!.Contains('/', StringComparison.Ordinal))
                {
                    throw Refuse($"The server lists an artifact '{path}' that {(problem.Length > 0 ? problem : "has a path where a name is expected")}.");
                }

                if (++seen > MaxFiles)
                {
                    throw Refuse($"The server lists more than {MaxFiles} artifacts below '{rootUri}'.");
                }

                if (entry.IsDir)
                {
                    directories.Enqueue(path);
                }
                else
                {
                    files.Add(new(path, entry.FileSize));
                }
            }
        }

        return files;
    }

    public async Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken)
    {
        var call = new HttpCall(HttpMethod.Get, UriOf(Join(rootUri, path)), Repeat.Always) { Streams = true };
        var answer = await client.SendAsync(call, cancellationToken);
        return new DownloadStream(answer, await answer.OpenBodyAsync(cancellationToken), path, settings.Http.Timeout);
    }

    private static string Join(string root, string path) => root.Length == 0 ? path : path.Length == 0 ? root : $"{root}/{path}";

    private static ModelOpsException Refuse(string message) => new(ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At(message));

    private Uri UriOf(string path) => client.Server.Call($"{Api}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}");

    private async Task<IReadOnlyList<WireFile>> ListDirectoryAsync(string directory, CancellationToken cancellationToken)
    {
        var query = directory.Length == 0 ? "" : $"?path={Uri.EscapeDataString(directory)}";
        var answer = await client.FindAsync($"/mlflow-artifacts/artifacts{query}", WireJson.Mlflow.FileListAnswer, cancellationToken);
        return answer?.Files ?? [];
    }
}
