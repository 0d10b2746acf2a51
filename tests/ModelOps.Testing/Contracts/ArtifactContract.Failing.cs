using ModelOps.Abstractions.Diagnostics;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class ArtifactContract
{
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
            await Assert.ThrowsAsync<ModelOpsException>(() => UploadTenAsync(root, path, said, CancellationToken.None));
        }

        Assert.Equal([new("old.txt", 3)], await Artifacts.ListAsync(root, CancellationToken.None));
        Assert.Equal([1, 2, 3], await ReadAsync(root, "old.txt"));
    }

    [Fact]
    public async Task A_source_that_is_longer_than_was_said_is_refused_and_leaves_no_file()
    {
        var root = (await RunAsync()).ArtifactUri;

        await Assert.ThrowsAsync<ModelOpsException>(() => UploadTenAsync(root, "a.txt", 4, CancellationToken.None));

        Assert.Empty(await Artifacts.ListAsync(root, CancellationToken.None));
    }

    [Fact]
    public async Task An_upload_that_is_cancelled_ends_and_leaves_no_file()
    {
        var root = (await RunAsync()).ArtifactUri;

        await EndsWhenCancelledAsync((stream, token) => Artifacts.UploadAsync(root, "a.bin", _ => Task.FromResult<Stream>(stream), LargeFile, token));
        await EndsCancelledAsync(token => UploadTenAsync(root, "b.bin", 10, token), new(canceled: true));
        await EndsCancelledAsync(token => Artifacts.ListAsync(root, token), new(canceled: true));
        await EndsCancelledAsync(token => Artifacts.OpenReadAsync(root, "a.bin", token), new(canceled: true));

        Assert.Empty(await Artifacts.ListAsync(root, CancellationToken.None));
    }

    private Task UploadTenAsync(string root, string path, int said, CancellationToken cancellationToken) =>
        Artifacts.UploadAsync(root, path, _ => Task.FromResult<Stream>(new MemoryStream(new byte[10])), said, cancellationToken);
}
