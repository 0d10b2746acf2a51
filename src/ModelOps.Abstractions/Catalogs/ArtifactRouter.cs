using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>Files of a catalog, each with whoever keeps its location.</summary>
/// <param name="keeps">Whether a location is kept by <paramref name="own"/>.</param>
/// <param name="own">Files at those locations.</param>
/// <param name="others">Files at all others.</param>
internal sealed class ArtifactRouter(Func<string, bool> keeps, IArtifactStore own, IArtifactStore others) : IArtifactStore
{
    public Task UploadAsync(
        string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken) =>
        For(rootUri).UploadAsync(rootUri, path, open, length, cancellationToken);

    public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken) =>
        For(rootUri).ListAsync(rootUri, cancellationToken);

    public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken) =>
        For(rootUri).OpenReadAsync(rootUri, path, cancellationToken);

    public Task<Stream> OpenReadAsync(string rootUri, ContentFile file, CancellationToken cancellationToken) =>
        For(rootUri).OpenReadAsync(rootUri, file, cancellationToken);

    private IArtifactStore For(string location) => keeps(location) ? own : others;
}
