using ModelOps.Core.Artifacts;
using ModelOps.Core.IO;

namespace ModelOps.Core.Mlflow;

/// <summary>The files of a version in an artifact store.</summary>
internal sealed class StoredContent(IArtifactStore artifacts, string root, IReadOnlyList<ContentFile> files) : IModelContent
{
    public IReadOnlyList<ContentFile> Files { get; } = [.. files.OrderBy(file => file.Path, Utf8Order.Instance)];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) => artifacts.OpenReadAsync(root, file.Path, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
