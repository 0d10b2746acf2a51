using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Core.Gathering.Models;

/// <summary>Some files of a model. Whoever made the whole disposes it.</summary>
/// <param name="whole">The model.</param>
/// <param name="files">Files of it, in its order.</param>
internal sealed class ContentPart(IModelContent whole, IReadOnlyList<ContentFile> files) : IModelContent
{
    /// <inheritdoc />
    public IReadOnlyList<ContentFile> Files => files;

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) => whole.OpenReadAsync(file, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
