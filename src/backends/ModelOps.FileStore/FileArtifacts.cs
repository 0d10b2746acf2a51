using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore;

/// <summary>Files in a file store: only those in its own directory, and no link is followed on the way to them.</summary>
internal sealed class FileArtifacts(StoreRoot store) : IArtifactStore
{
    private readonly LocalArtifacts _inner = new(StoreErrors.Artifacts);

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">Always (MOP2301).</exception>
    public Task UploadAsync(string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken) =>
        throw StoreErrors.ReadOnly(store.Directory, $"writing '{path}'");

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The location is outside of the store, or a link is on the way (MOP2009).</exception>
    public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken) =>
        _inner.ListAsync(Require(rootUri), cancellationToken);

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The location is outside of the store, or a link is on the way (MOP2009).</exception>
    public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken) =>
        _inner.OpenReadAsync(Require(rootUri), path, cancellationToken);

    private string Require(string location)
    {
        var path = LocalLocation.ToPath(location, StoreErrors.Artifacts);
        if (!store.Contains(path))
        {
            throw StoreErrors.Unsafe(
                $"The files at '{location}' are not read: they are outside of the file store '{store.Directory}'. Copy the model into a directory and name that.");
        }

        store.RefuseLink(path);
        return location;
    }
}
