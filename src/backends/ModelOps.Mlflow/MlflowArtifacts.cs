using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Mlflow;

/// <summary>Files of runs, wherever the tracking server says they are: behind the server itself, or on this machine.</summary>
internal sealed class MlflowArtifacts(ServerUri server, ServerDisk disk, IArtifactStore proxy, IArtifactStore local) : IArtifactStore
{
    private const string ProxyScheme = "mlflow-artifacts:";

    /// <summary>Whether a location is behind a server.</summary>
    public static bool IsProxied(string location) => location.StartsWith(ProxyScheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a location is behind the server, or in a path of its machine.</summary>
    public static bool Keeps(string location) => IsProxied(location) || LocalLocation.IsLocal(location);

    public Task UploadAsync(
        string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var (store, root) = Locate(rootUri);
        return store.UploadAsync(root, Check(path), open, length, cancellationToken);
    }

    public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken)
    {
        var (store, root) = Locate(rootUri);
        return store.ListAsync(root, cancellationToken);
    }

    public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken)
    {
        var (store, root) = Locate(rootUri);
        return store.OpenReadAsync(root, Check(path), cancellationToken);
    }

    public Task<Stream> OpenReadAsync(string rootUri, ContentFile file, CancellationToken cancellationToken)
    {
        var (store, root) = Locate(rootUri);
        return store.OpenReadAsync(root, file with { Path = Check(file.Path) }, cancellationToken);
    }

    private static string Check(string path) =>
        SafeRelativePath.TryValidate(path, out var problem) ? path : throw Refuse($"The artifact path '{path}' {problem}.");

    private static ModelOpsException Refuse(string message) => new(ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At(message));

    private (IArtifactStore Store, string Root) Locate(string rootUri)
    {
        if (IsProxied(rootUri))
        {
            return (proxy, ProxyPath(rootUri));
        }

        if (LocalLocation.IsLocal(rootUri))
        {
            return (local, disk.Check(rootUri));
        }

        throw Refuse(
            $"The server {server.Uri.Host} keeps artifacts in '{CatalogUri.Redact(rootUri)}', which the toolkit does not open. "
            + "Expected mlflow-artifacts:/…: serve artifacts through the server (`mlflow server --serve-artifacts --artifacts-destination …`).");
    }

    private string ProxyPath(string rootUri)
    {
        var rest = rootUri[ProxyScheme.Length..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.IndexOf('/', 2);
            var authority = end < 0 ? rest[2..] : rest[2..end];
            if (authority.Length > 0 && !server.HasAuthority(authority))
            {
                throw Refuse(
                    $"The server {server.Uri.Authority} keeps artifacts on another one, {CatalogUri.Redact("x://" + authority)[4..]}. "
                    + "Credentials for one are not sent to the other.");
            }

            rest = end < 0 ? "" : rest[end..];
        }

        var path = rest.Trim('/');
        return path.Length == 0 ? path : Check(path);
    }
}
