using ModelOps.Core.Artifacts;

namespace ModelOps.Store.Artifacts;

/// <summary>The files below one artifact location.</summary>
internal sealed class StoredContent(IArtifactStore artifacts, string rootUri, IReadOnlyList<ContentFile> files) : IModelContent
{
    /// <inheritdoc />
    public IReadOnlyList<ContentFile> Files => files;

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        artifacts.OpenReadAsync(rootUri, file.Path, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
