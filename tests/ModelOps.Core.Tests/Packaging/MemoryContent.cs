using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.IO;

namespace ModelOps.Core.Tests.Packaging;

/// <summary>A model in memory.</summary>
internal sealed class MemoryContent : IModelContent
{
    private readonly SortedDictionary<string, byte[]> _files;

    public MemoryContent(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        _files = new(files.ToDictionary(StringComparer.Ordinal), Utf8Order.Instance);
        Files = [.. _files.Select(file => new ContentFile(file.Key, file.Value.Length))];
    }

    public IReadOnlyList<ContentFile> Files { get; init; }

    /// <summary>Called before a file is opened.</summary>
    public Action<string> OnOpen { get; init; } = _ => { };

    public static MemoryContent Of(params (string Path, string Text)[] files) =>
        new(files.Select(file => KeyValuePair.Create(file.Path, Encoding.UTF8.GetBytes(file.Text))));

    public byte[] this[string path] => _files[path];

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken)
    {
        OnOpen(file.Path);
        return Task.FromResult<Stream>(new MemoryStream(_files[file.Path], writable: false));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
