using System.Text;
using ModelOps.Abstractions.Artifacts;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Content from texts.</summary>
internal sealed class MemoryContent(params (string Path, string Text)[] files) : IModelContent
{
    public IReadOnlyList<ContentFile> Files { get; } = [.. files.Select(file => new ContentFile(file.Path, Encoding.UTF8.GetByteCount(file.Text)))];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(files.Single(candidate => candidate.Path == file.Path).Text)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
