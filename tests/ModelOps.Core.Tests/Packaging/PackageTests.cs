using System.IO.Compression;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Packaging;

public sealed class PackageTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_is_packed_is_read_back() =>
        Prop.ForAll(Trees.Any(), content => RoundTripAsync(content).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_written_directory_gives_the_same_package_as_its_files_in_memory() =>
        Prop.ForAll(Trees.Any(), content => SameFromDiskAsync(content).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    // Computed with Python, in the model's directory:
    //   files = sorted((p.as_posix().encode(), p) for p in pathlib.Path('.').rglob('*') if p.is_file())
    //   hashlib.sha256(b''.join(hashlib.sha256(p.read_bytes()).digest() for _, p in files)).hexdigest()
    [InlineData("2.x-iris-classifier", "20bcdc21741da32955c321fa42d7dc9eaad6da99796932a6eea369bcdd724939")]
    [InlineData("3.x-diabetes-regressor", "7819a271c9f952e47c58a16c4ac06c4033ff9a3b5ee4f526e20fcc85d3b3ab68")]
    [InlineData("3.x-tensor-classifier", "c213368bcc36331d410c1e0462fc97abda4cd73c70e8f7fac2a2a566a86c4768")]
    public async Task A_real_model_has_the_digest_that_another_program_computes(string model, string expected)
    {
        await using var content = DirectoryContent.Open(TestFiles.Model(model));
        var digest = await ContentHasher.ComputeAsync(content, SilentProgress.Instance, CancellationToken.None);
        Assert.Equal("sha256:" + expected, digest.Value);
        Assert.Equal(7, digest.Files.Count);
        Assert.Equal(content.Files.Sum(file => file.Length), digest.Bytes);
    }

    [Fact]
    public async Task The_bytes_of_a_package_never_change()
    {
        var file = await PackAsync(MemoryContent.Of(("MLmodel", "flavors: {}\n"), ("data/\u6A21\"\U0001F600", "weights"), ("empty", "")));
        // This is the format: it may change only together with the format version. A Python program that builds it with struct, zlib and hashlib agrees.
        Assert.Equal("2a55f68128f6a39977cdf0d88de29ffb260b87de556d08e747bb1824a9595829", Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))));
    }

    [Fact]
    public async Task Times_modes_and_order_of_creation_do_not_matter()
    {
        var one = _directory.File("one");
        var two = _directory.File("two");
        string[] names = ["MLmodel", "b", "a", "z/y", "a-1"];
        WriteAll(one, names);
        WriteAll(two, names.Reverse());
        Directory.CreateDirectory(Path.Combine(two, "nothing in it"));
        foreach (var file in Directory.EnumerateFiles(two, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
            File.SetAttributes(file, FileAttributes.ReadOnly);
        }

        var first = await PackAsync(DirectoryContent.Open(one), "1.modelpkg");
        var second = await PackAsync(DirectoryContent.Open(two), "2.modelpkg");
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(second));
        foreach (var file in Directory.EnumerateFiles(two, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task The_digest_depends_on_every_byte()
    {
        var before = await ContentHasher.ComputeAsync(MemoryContent.Of(("MLmodel", "a"), ("b", "1")), SilentProgress.Instance, CancellationToken.None);
        var after = await ContentHasher.ComputeAsync(MemoryContent.Of(("MLmodel", "a"), ("b", "2")), SilentProgress.Instance, CancellationToken.None);
        Assert.NotEqual(before.Value, after.Value);
    }

    [Fact]
    public async Task More_files_than_the_original_format_can_count_are_packed()
    {
        var files = Enumerable.Range(0, 65_600).Select(index => KeyValuePair.Create($"f/{index}", new[] { (byte)index }))
            .Append(KeyValuePair.Create("MLmodel", Array.Empty<byte>()));
        var file = await PackAsync(new MemoryContent(files));
        await using var package = await ModelPackage.OpenAsync(file, CancellationToken.None);
        Assert.Equal(65_601, package.Files.Count);
        Assert.Empty(await PackageVerifier.VerifyAsync(package, SilentProgress.Instance, CancellationToken.None));
        using var archive = ZipFile.OpenRead(file);
        Assert.Equal(65_602, archive.Entries.Count);
    }

    private static void WriteAll(string root, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, name))!);
            File.WriteAllText(Path.Combine(root, name), "content of " + name);
        }
    }

    private async Task RoundTripAsync(MemoryContent content)
    {
        var file = await PackAsync(content);
        await using (var package = await ModelPackage.OpenAsync(file, CancellationToken.None))
        {
            Assert.Equal(content.Files, package.Files);
            Assert.Empty(await PackageVerifier.VerifyAsync(package, SilentProgress.Instance, CancellationToken.None));
            foreach (var entry in package.Files)
            {
                await using var stream = await package.OpenReadAsync(entry, CancellationToken.None);
                var copy = new MemoryStream();
                await stream.CopyToAsync(copy);
                Assert.Equal(content[entry.Path], copy.ToArray());
            }
        }

        using var archive = ZipFile.OpenRead(file);
        Assert.Equal(content.Files.Select(entry => "model/" + entry.Path).Prepend("manifest.json"), archive.Entries.Select(entry => entry.FullName));
        Assert.Equal(content.Files.Select(entry => Sha256(content[entry.Path])), archive.Entries.Skip(1).Select(Sha256));
    }

    private async Task SameFromDiskAsync(MemoryContent content)
    {
        using var directory = new TempDirectory();
        foreach (var file in content.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(directory.File(file.Path))!);
            await File.WriteAllBytesAsync(directory.File(file.Path), content[file.Path]);
        }

        var expected = await File.ReadAllBytesAsync(await PackAsync(content));
        Assert.Equal(expected, await File.ReadAllBytesAsync(await PackAsync(DirectoryContent.OpenAsIs(directory.Path), "disk.modelpkg")));
    }

    private async Task<string> PackAsync(IModelContent content, string name = "model.modelpkg")
    {
        var file = _directory.File(name);
        await using (content)
        {
            await PackageWriter.WriteAsync(content, file, SilentProgress.Instance, CancellationToken.None);
        }

        return file;
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Sha256(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
