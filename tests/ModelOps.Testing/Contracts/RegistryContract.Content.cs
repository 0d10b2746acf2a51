using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using Xunit;

namespace ModelOps.Testing.Contracts;

public abstract partial class RegistryContract
{
    private const int LargeFile = 5 * 1024 * 1024;

    [Fact]
    public async Task The_files_of_a_version_are_read_byte_for_byte()
    {
        var model = await NewModelAsync();
        var large = new byte[LargeFile];
        new Random(7).NextBytes(large);
        (string Path, byte[] Bytes)[] files =
        [
            ("MLmodel", Encoding.UTF8.GetBytes("flavors: {}\n")), ("data/empty.bin", []), ("data/deep/er/weights.bin", large),
            ("data/two words.txt", [1, 2]), ("data/wéights 量.bin", [0, 255]), ("data/100% a+b&c=d;e@f.txt", [3]), ("it's.txt", [4]),
        ];
        var content = ContractContent.Of(files);

        await Registry.AddVersionAsync(await DraftAsync(model), content, CancellationToken.None);

        var version = await Registry.FindVersionAsync(model, 1, CancellationToken.None);
        await using var served = await Registry.OpenContentAsync(version!, CancellationToken.None);
        Assert.Equal(content.Files, served.Files);
        foreach (var (path, bytes) in files)
        {
            var file = served.Files.Single(candidate => candidate.Path == path);
            await using var stream = await served.OpenReadAsync(file, CancellationToken.None);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, CancellationToken.None);
            Assert.True(bytes.AsSpan().SequenceEqual(copy.ToArray()), path);
        }
    }

    [Fact]
    public async Task Two_versions_have_files_of_their_own_which_can_be_opened_at_a_time()
    {
        var model = await NewModelAsync();
        foreach (var text in new[] { "one", "two" })
        {
            await Registry.AddVersionAsync(await DraftAsync(model), ContractContent.Small(text), CancellationToken.None);
        }

        var texts = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => ReadAsync(model, (index % 2) + 1)));

        Assert.Equal(["one", "two", "one", "two", "one", "two"], texts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Content_that_is_not_as_long_as_was_said_leaves_no_version_that_is_ready(bool isCut)
    {
        var model = await NewModelAsync();
        var draft = await DraftAsync(model, Unique1.Tag) with { Unique = Unique1 };
        var content = isCut ? ContractContent.Cut() : ContractContent.Grown();

        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => Registry.AddVersionAsync(draft, content, CancellationToken.None));

        Assert.NotEmpty(failure.Diagnostics);
        Assert.DoesNotContain(await ListAsync(model), version => version.Status == VersionStatus.Ready);
    }

    [Fact]
    public async Task A_version_that_is_cancelled_in_the_middle_of_a_file_ends_and_is_not_ready()
    {
        var model = await NewModelAsync();
        var draft = await DraftAsync(model);

        await EndsWhenCancelledAsync((stream, token) => Registry.AddVersionAsync(draft, ContractContent.With(stream, 1 << 20), token));

        Assert.DoesNotContain(await ListAsync(model), version => version.Status == VersionStatus.Ready);
        Assert.True((await AddAsync(model)).Version > 0);
    }

    [Fact]
    public async Task The_files_of_a_version_that_is_gone_are_not_opened()
    {
        var model = await NewModelAsync();
        var version = await AddAsync(model);
        await Registry.DeleteVersionAsync(model, version.Version, CancellationToken.None);

        await FailsAsync(() => Registry.OpenContentAsync(version, CancellationToken.None));
        await FailsAsync(() => Registry.OpenContentAsync(version with { Model = NewName() }, CancellationToken.None));
    }

    private async Task<string> ReadAsync(ModelName model, int number)
    {
        var version = await Registry.FindVersionAsync(model, number, CancellationToken.None);
        await using var content = await Registry.OpenContentAsync(version!, CancellationToken.None);
        using var reader = new StreamReader(await content.OpenReadAsync(Assert.Single(content.Files), CancellationToken.None));
        return await reader.ReadToEndAsync();
    }
}
