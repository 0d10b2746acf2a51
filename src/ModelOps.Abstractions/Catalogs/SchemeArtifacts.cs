using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>Files at locations whose scheme names a backend of their own, such as a cloud's storage beside an MLflow server.</summary>
/// <param name="connections">The connections of the catalog.</param>
/// <param name="others">Files at locations of no backend; refuses them in its own words.</param>
internal sealed class SchemeArtifacts(ConnectionPool connections, IArtifactStore others) : IArtifactStore
{
    public async Task UploadAsync(
        string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken) =>
        await (await ForAsync(rootUri, cancellationToken)).UploadAsync(rootUri, path, open, length, cancellationToken);

    public async Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken) =>
        await (await ForAsync(rootUri, cancellationToken)).ListAsync(rootUri, cancellationToken);

    public async Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken) =>
        await (await ForAsync(rootUri, cancellationToken)).OpenReadAsync(rootUri, path, cancellationToken);

    public async Task<Stream> OpenReadAsync(string rootUri, ContentFile file, CancellationToken cancellationToken) =>
        await (await ForAsync(rootUri, cancellationToken)).OpenReadAsync(rootUri, file, cancellationToken);

    private async Task<IArtifactStore> ForAsync(string location, CancellationToken cancellationToken) =>
        (await connections.FindKeeperAsync(location, cancellationToken))?.Artifacts ?? others;
}
