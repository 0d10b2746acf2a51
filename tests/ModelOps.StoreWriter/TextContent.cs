using System.Text;
using ModelOps.Abstractions.Artifacts;

namespace ModelOps.StoreWriter;

/// <summary>A model of one small file.</summary>
public sealed class TextContent(string text) : IModelContent
{
    public IReadOnlyList<ContentFile> Files { get; } = [new("MLmodel", Encoding.UTF8.GetByteCount(text))];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
