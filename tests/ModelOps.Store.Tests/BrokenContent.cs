using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Store.Tests;

/// <summary>A model whose file breaks off in the middle.</summary>
public sealed class BrokenContent : IModelContent
{
    public IReadOnlyList<ContentFile> Files { get; } = [new("MLmodel", 10)];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream("short"u8.ToArray()));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
