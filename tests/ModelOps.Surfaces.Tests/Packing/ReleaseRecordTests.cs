using System.Security.Cryptography;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Packing;

public sealed class ReleaseRecordTests : IDisposable
{
    private static readonly string Commit = new('a', 40);

    private readonly TempDirectory _packages = new();

    public ReleaseRecordTests() => File.WriteAllBytes(_packages.File(ReleaseArchive.FileName), [1, 2, 3]);

    public void Dispose() => _packages.Dispose();

    [Fact]
    public void It_names_the_archive_of_the_tag_by_its_sum_one_value_a_line()
    {
        var record = ReleaseRecord.Of(_packages.Path, "https://github.example", "organisation/toolkit", Commit);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([1, 2, 3])), record.Sha256);
        Assert.Equal(
            ["{", "  \"repository\": \"organisation/toolkit\",", $"  \"version\": \"{ToolkitVersion.Full}\",", $"  \"commit\": \"{Commit}\",",
                $"  \"archive\": \"https://github.example/organisation/toolkit/releases/download/v{ToolkitVersion.Full}/modelops-linux-x64.tar.gz\",",
                $"  \"sha256\": \"{record.Sha256}\"", "}", ""],
            record.ToText().Split('\n'));
    }

    [Theory]
    [InlineData("http://github.com", "organisation/toolkit", "a")]
    [InlineData("https://github.com", "organisation/\"", "a")]
    [InlineData("https://github.com", "toolkit", "a")]
    [InlineData("https://github.com", "organisation/toolkit", "main")]
    public void One_that_the_setup_action_would_not_take_is_not_made(string server, string repository, string commit) =>
        Assert.Throws<ArgumentException>(() => ReleaseRecord.Of(_packages.Path, server, repository, commit == "a" ? Commit : commit));

    // In the commit of a release the file is there, and nowhere else.
    [Fact]
    public void Where_a_release_is_named_it_is_that_of_the_present_version()
    {
        var file = Path.Combine(TestFiles.Root, ReleaseRecord.Path);
        Assert.True(!File.Exists(file) || File.ReadAllText(file).Contains($"\"version\": \"{ToolkitVersion.Full}\"", StringComparison.Ordinal));
        Assert.Equal(File.Exists(file), ReleaseRecord.Committed is not null);
    }
}
