using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using Xunit;

namespace ModelOps.Testing.Contracts;

/// <summary>What every caller of an artifact store relies on. A backend has a subclass that opens it.</summary>
public abstract class ArtifactContract : CatalogContract
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

    [Theory]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("")]
    [InlineData("a\\..\\b")]
    [InlineData("C:/a")]
    [InlineData("%2e%2e/a")]
    [InlineData("..%2fa")]
    [InlineData("a\nb")]
    [InlineData("~/a")]
    [InlineData("a\0b")]
    public async Task A_path_that_leaves_its_location_is_refused_before_anything_is_read(string path)
    {
        var root = (await RunAsync()).ArtifactUri;
        var isOpened = false;

        var written = await FailsAsync(() => Artifacts.UploadAsync(root, path, Open, 1, CancellationToken.None));
        var read = await FailsAsync(() => Artifacts.OpenReadAsync(root, path, CancellationToken.None));

        Assert.Equal(("MOP2009", "MOP2009"), (written.Diagnostics[0].Code, read.Diagnostics[0].Code));
        Assert.False(isOpened);
        Assert.Empty(await Artifacts.ListAsync(root, CancellationToken.None));

        Task<Stream> Open(CancellationToken cancellationToken)
        {
            isOpened = true;
            return Task.FromResult<Stream>(new MemoryStream([1]));
        }
    }

    [Fact]
    public async Task What_is_not_there_is_an_empty_listing_and_a_failure_to_open()
    {
        var root = (await RunAsync()).ArtifactUri;

        Assert.Empty(await Artifacts.ListAsync(root, CancellationToken.None));
        Assert.Empty(await Artifacts.ListAsync($"{root}/none", CancellationToken.None));
        await Assert.ThrowsAsync<ModelOpsException>(() => ReadAsync(root, "none.txt"));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(LargeFile)]
    public async Task A_source_that_is_shorter_than_was_said_leaves_the_file_that_was_there(int said)
    {
        var root = (await RunAsync()).ArtifactUri;
        await WriteAsync(root, "old.txt", [1, 2, 3]);

        foreach (var path in new[] { "old.txt", "new.txt" })
        {
            await Assert.ThrowsAsync<ModelOpsException>(() => Artifacts.UploadAsync(root, path, _ => Task.FromResult<Stream>(new MemoryStream(new byte[10])), said, default));
        }

        Assert.Equal([new("old.txt", 3)], await Artifacts.ListAsync(root, CancellationToken.None));
        Assert.Equal([1, 2, 3], await ReadAsync(root, "old.txt"));
    }

    [Fact]
    public async Task A_source_that_is_longer_than_was_said_is_refused_and_leaves_no_file()
    {
        var root = (await RunAsync()).ArtifactUri;

        await Assert.ThrowsAsync<ModelOpsException>(() => Artifacts.UploadAsync(root, "a.txt", _ => Task.FromResult<Stream>(new MemoryStream(new byte[10])), 4, default));

        Assert.Empty(await Artifacts.ListAsync(root, CancellationToken.None));
    }

    [Fact]
    public async Task An_upload_that_is_cancelled_ends_and_leaves_no_file()
    {
        var root = (await RunAsync()).ArtifactUri;

        await EndsWhenCancelledAsync((stream, token) => Artifacts.UploadAsync(root, "a.bin", _ => Task.FromResult<Stream>(stream), LargeFile, token));
        await EndsCancelledAsync(token => Artifacts.UploadAsync(root, "b.bin", _ => Task.FromResult<Stream>(new MemoryStream([1])), 1, token), new(canceled: true));
        await EndsCancelledAsync(token => Artifacts.ListAsync(root, token), new(canceled: true));
        await EndsCancelledAsync(token => Artifacts.OpenReadAsync(root, "a.bin", token), new(canceled: true));

        Assert.Empty(await Artifacts.ListAsync(root, CancellationToken.None));
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
