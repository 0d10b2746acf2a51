using System.Text;
using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Core.Tests.Gathering;

/// <summary>A model of a few texts, which may be longer than they are said to be.</summary>
internal sealed class TextContent(params (string Path, string Text)[] files) : IModelContent
{
    public int ExtraBytes { get; init; }

    public IReadOnlyList<ContentFile> Files { get; } = [.. files.Select(file => new ContentFile(file.Path, Encoding.UTF8.GetByteCount(file.Text)))];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream([.. Encoding.UTF8.GetBytes(files.Single(candidate => candidate.Path == file.Path).Text), .. new byte[ExtraBytes]]));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
