using System.Text;
using ModelOps.Abstractions.Artifacts;
using Xunit;

namespace ModelOps.Testing.Contracts;

/// <summary>What every caller of an artifact store relies on. A backend has a subclass that opens it.</summary>
public abstract partial class ArtifactContract : CatalogContract
{
    private const int LargeFile = 5 * 1024 * 1024;

    private IArtifactStore Artifacts => Catalog.Artifacts;

    [Fact]
    public async Task Files_of_any_name_and_length_are_listed_and_read_byte_for_byte()
    {
        var root = (await RunAsync()).ArtifactUri;
        var large = new byte[LargeFile];
        new Random(7).NextBytes(large);
        (string Path, byte[] Bytes)[] files =
        [
            ("a.txt", [1]), ("data/empty.bin", []), ("data/deep/er/large.bin", large), ("data/two words.txt", [1, 2]), ("data/wéights 量 🚀.bin", [0, 255]),
            ("data/100% a+b&c=d;e,f@g!.txt", [3]), ("data/it's (1).txt", [4]), ("B.txt", [5]), ("data.txt", [6]),
        ];

        await Task.WhenAll(files.Select(file => WriteAsync(root, file.Path, file.Bytes)));

        var listed = await Artifacts.ListAsync(root, CancellationToken.None);
        Assert.Equal(
            files.Select(file => new ContentFile(file.Path, file.Bytes.Length)).OrderBy(file => file.Path, StringComparer.Ordinal),
            listed.OrderBy(file => file.Path, StringComparer.Ordinal));
        foreach (var (path, bytes) in files)
        {
            var read = await ReadAsync(root, path);
            Assert.True(bytes.AsSpan().SequenceEqual(read), path);
        }
    }

    [Fact]
    public async Task A_file_replaces_one_of_the_same_path_and_no_other()
    {
        var (root, other) = ((await RunAsync()).ArtifactUri, (await RunAsync()).ArtifactUri);
        foreach (var text in new[] { "first, which is longer", "second", "" })
        {
            await WriteAsync(root, "a/b.txt", Encoding.UTF8.GetBytes(text));
            Assert.Equal(text, Encoding.UTF8.GetString(await ReadAsync(root, "a/b.txt")));
        }

        Assert.Equal([new("a/b.txt", 0)], await Artifacts.ListAsync(root, CancellationToken.None));
        Assert.Empty(await Artifacts.ListAsync(other, CancellationToken.None));
    }

    [Fact]
    public async Task A_location_below_another_has_paths_of_its_own()
    {
        var root = (await RunAsync()).ArtifactUri;
        await WriteAsync($"{root}/model", "data/a.txt", [1]);

        Assert.Equal(["model/data/a.txt"], (await Artifacts.ListAsync(root, CancellationToken.None)).Select(file => file.Path));
        Assert.Equal(["data/a.txt"], (await Artifacts.ListAsync($"{root}/model", CancellationToken.None)).Select(file => file.Path));
        Assert.Empty(await Artifacts.ListAsync($"{root}/mod", CancellationToken.None));
        Assert.Equal([1], await ReadAsync(root, "model/data/a.txt"));
    }

    private Task WriteAsync(string root, string path, byte[] bytes) => Artifacts.UploadAsync(
        root, path, _ => Task.FromResult<Stream>(new MemoryStream(bytes, writable: false)), bytes.Length, CancellationToken.None);

    private async Task<byte[]> ReadAsync(string root, string path)
    {
        await using var stream = await Artifacts.OpenReadAsync(root, path, CancellationToken.None);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, CancellationToken.None);
        return copy.ToArray();
    }
}
