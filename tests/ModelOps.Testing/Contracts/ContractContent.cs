using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.IO;

namespace ModelOps.Testing.Contracts;

/// <summary>Content from memory; a file may say that it is longer than it is, or be a stream of its own.</summary>
public sealed class ContractContent : IModelContent
{
    private readonly Dictionary<string, Func<Stream>> _open;

    private ContractContent(IEnumerable<(string Path, long Length, Func<Stream> Open)> files)
    {
        var all = files.ToArray();
        Files = [.. all.Select(file => new ContentFile(file.Path, file.Length)).OrderBy(file => file.Path, Utf8Order.Instance)];
        _open = all.ToDictionary(file => file.Path, file => file.Open, StringComparer.Ordinal);
    }

    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>A model of one small file.</summary>
    public static ContractContent Small(string text = "flavors: {}\n") => Of(("MLmodel", Encoding.UTF8.GetBytes(text)));

    public static ContractContent Of(params (string Path, byte[] Bytes)[] files) =>
        new(files.Select(file => (file.Path, file.Bytes.LongLength, (Func<Stream>)(() => new MemoryStream(file.Bytes, writable: false)))));

    /// <summary>A model whose second file ends before the length that it was listed with.</summary>
    public static ContractContent Cut() => new(
    [
        ("MLmodel", 2, () => new MemoryStream("{}"u8.ToArray())),
        ("data/weights.bin", 64 * 1024, () => new MemoryStream(new byte[1000])),
    ]);

    /// <summary>A model whose second file goes on after the length that it was listed with.</summary>
    public static ContractContent Grown() => With(new MemoryStream(new byte[1000]), 10);

    /// <summary>A model whose second file is this stream.</summary>
    public static ContractContent With(Stream stream, long length) => new(
    [
        ("MLmodel", 2, () => new MemoryStream("{}"u8.ToArray())),
        ("data/weights.bin", length, () => stream),
    ]);

    public Task<Stream> OpenReadAsync(ContentFile file, CancellationToken cancellationToken) => Task.FromResult(_open[file.Path]());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
