using ModelOps.Abstractions.IO;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>The files below one artifact location.</summary>
internal sealed class StoredContent(IArtifactStore artifacts, string rootUri, IReadOnlyList<ContentFile> files) : IModelContent
{
    public IReadOnlyList<ContentFile> Files { get; } = [.. files.OrderBy(file => file.Path, Utf8Order.Instance)];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        artifacts.OpenReadAsync(rootUri, file, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
