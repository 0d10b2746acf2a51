using System.Buffers.Binary;
using System.IO.Compression;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Packaging;

public sealed class MalformedPackageTests : IDisposable
{
    private const uint LocalSignature = 0x04034B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(4, 45, "version needed")]
    [InlineData(6, 0x01, "flags")] // encrypted
    [InlineData(6, 0x08, "flags")] // sizes after the data
    [InlineData(6, 0x20, "flags")] // patch
    [InlineData(6, 0x40, "flags")] // strong encryption
    [InlineData(7, 0x00, "flags")] // name not UTF-8
    [InlineData(8, 8, "compression method")]
    [InlineData(10, 1, "time")]
    [InlineData(12, 0x22, "date")]
    [InlineData(18, 1, "compressed size")]
    [InlineData(22, 1, "size")]
    [InlineData(26, 1, "length of the name")]
    [InlineData(28, 1, "length of the extra field")]
    [InlineData(30 + 6, (byte)'X', "name")] // local name differs from the central one
    public async Task A_changed_local_header_is_refused(int offset, byte value, string field)
    {
        var bytes = await PackAsync();
        bytes[Find(bytes, LocalSignature, 1) + offset] = value;
        await RefusedAsync(bytes, "MOP1507", $"local header of 'model/MLmodel': {field}");
    }

    [Theory]
    [InlineData(4, 45, "version made by")]
    [InlineData(5, 0, "version made by")]
    [InlineData(8, 0x01, "flags")]
    [InlineData(10, 8, "compression method")]
    [InlineData(16, 0, "CRC-32")]
    [InlineData(20, 1, "compressed size")]
    [InlineData(24, 1, "size")]
    [InlineData(32, 1, "length of the comment")]
    [InlineData(34, 1, "disk")]
    [InlineData(41, 0xA1, "external attributes")] // a symbolic link
    [InlineData(42, 1, "offset")]
    [InlineData(46 + 6, (byte)'X', "name")]
    public async Task A_changed_central_header_is_refused(int offset, byte value, string field)
    {
        var bytes = await PackAsync();
        bytes[Find(bytes, CentralSignature, 1) + offset] = value;
        await RefusedAsync(bytes, "MOP1507", $"central directory's header of 'model/MLmodel': {field}");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(16)]
    [InlineData(20)]
    public async Task A_changed_end_record_is_refused(int offset)
    {
        var bytes = await PackAsync();
        bytes[Find(bytes, EndSignature) + offset] ^= 0x11;
        await RefusedAsync(bytes, "MOP1507", "the end of the central directory");
    }

    [Fact]
    public async Task Bytes_before_between_and_after_are_refused()
    {
        var bytes = await PackAsync();
        var directory = Find(bytes, CentralSignature);
        await RefusedAsync([.. "#!/bin/sh\n"u8, .. bytes], "MOP1507", "local header of 'manifest.json': signature");
        await RefusedAsync([.. bytes.AsSpan(0, directory), 0, .. bytes.AsSpan(directory)], "MOP1507", "signature");
        await RefusedAsync([.. bytes, 0], "MOP1507", "expected the end after");
        await RefusedAsync([.. bytes, .. bytes.AsSpan(Find(bytes, EndSignature))], "MOP1507", "expected the end after");
    }

    [Fact]
    public async Task A_package_cut_anywhere_is_refused()
    {
        var bytes = await PackAsync();
        for (var length = 0; length < bytes.Length; length += 13)
        {
            await RefusedAsync(bytes[..length], "MOP1507", "");
        }

        await RefusedAsync(bytes[..^1], "MOP1507", "it ends at byte");
    }

    [Fact]
    public async Task Whatever_byte_outside_the_content_is_changed_the_package_is_refused()
    {
        var bytes = await PackAsync();
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 0x01;
            Assert.NotEmpty(await ProblemsAsync(bytes));
            bytes[at] ^= 0x01;
        }

        Assert.Empty(await ProblemsAsync(bytes));
    }

    [Fact]
    public async Task An_archive_of_another_program_is_refused()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("MLmodel").Open();
            entry.Write("flavors: {}"u8);
        }

        await RefusedAsync(stream.ToArray(), "MOP1507", "is not a package");
        await RefusedAsync("just text"u8.ToArray(), "MOP1507", "it ends at byte 9");
    }

    [Fact]
    public async Task A_file_that_the_manifest_does_not_name_is_refused_even_an_ignored_one()
    {
        foreach (var name in new[] { "model/extra", "model/MLmodel", "model/../../etc/passwd", "model/.github/x", "elsewhere" })
        {
            var file = await PackFileAsync();
            using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
            {
                archive.CreateEntry(name, CompressionLevel.NoCompression);
            }

            await RefusedAsync(await File.ReadAllBytesAsync(file), "MOP1507", "");
        }
    }

    [Fact]
    public async Task Content_that_was_changed_is_named_file_by_file()
    {
        var file = _directory.File("changed.modelpkg");
        var bytes = await PackAsync();
        bytes[bytes.AsSpan().IndexOf("weights"u8)] ^= 1;
        bytes[bytes.AsSpan().IndexOf("flavors"u8)] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await using var package = await ModelPackage.OpenAsync(file, CancellationToken.None);
        var problems = await PackageVerifier.VerifyAsync(package, SilentProgress.Instance, CancellationToken.None);
        Assert.Equal(["MOP1509", "MOP1509"], problems.Select(problem => problem.Code));
        Assert.Contains("'MLmodel': the manifest states SHA-256", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("'data.bin'", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_checksum_in_both_headers_is_found()
    {
        var file = _directory.File("crc.modelpkg");
        var bytes = await PackAsync();
        bytes[Find(bytes, LocalSignature, 1) + 14] ^= 1;
        bytes[Find(bytes, CentralSignature, 1) + 16] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await using var package = await ModelPackage.OpenAsync(file, CancellationToken.None);
        var problem = Assert.Single(await PackageVerifier.VerifyAsync(package, SilentProgress.Instance, CancellationToken.None));
        Assert.Contains("'MLmodel': the headers state CRC-32", problem.Message, StringComparison.Ordinal);
    }

    private static int Find(byte[] bytes, uint signature, int skip = 0)
    {
        Span<byte> pattern = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(pattern, signature);
        var at = bytes.AsSpan().IndexOf(pattern);
        for (; skip > 0; skip--)
        {
            at += 4 + bytes.AsSpan(at + 4).IndexOf(pattern);
        }

        return at;
    }

    private async Task RefusedAsync(byte[] bytes, string code, string message)
    {
        var file = _directory.File("bad.modelpkg");
        await File.WriteAllBytesAsync(file, bytes);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ModelPackage.OpenAsync(file, CancellationToken.None));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.Equal(code, failure.Diagnostics[0].Code);
        Assert.Contains(message, failure.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(file, failure.Diagnostics[0].Span?.File);
    }

    private async Task<IReadOnlyList<Diagnostic>> ProblemsAsync(byte[] bytes)
    {
        var file = _directory.File("any.modelpkg");
        await File.WriteAllBytesAsync(file, bytes);
        try
        {
            await using var package = await ModelPackage.OpenAsync(file, CancellationToken.None);
            return await PackageVerifier.VerifyAsync(package, SilentProgress.Instance, CancellationToken.None);
        }
        catch (ModelOpsException failure)
        {
            return failure.Diagnostics;
        }
    }

    private async Task<byte[]> PackAsync() => await File.ReadAllBytesAsync(await PackFileAsync());

    private async Task<string> PackFileAsync()
    {
        var file = _directory.File("good.modelpkg");
        await PackageWriter.WriteAsync(
            MemoryContent.Of(("MLmodel", "flavors: {}"), ("data.bin", "weights"), ("empty", "")), file, SilentProgress.Instance, CancellationToken.None);
        return file;
    }
}
