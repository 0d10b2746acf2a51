using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.IO;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>The files at one place of the storage.</summary>
internal sealed class PoorContent(PoorClient client, string place, IEnumerable<ContentFile> files) : IModelContent
{
    public IReadOnlyList<ContentFile> Files { get; } = [.. files.OrderBy(file => file.Path, Utf8Order.Instance)];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        client.OpenAsync(PoorPaths.Storage(place, file.Path), cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
