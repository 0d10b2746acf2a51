using System.IO.Compression;
using System.Text;
using ModelOps.Abstractions.Artifacts;
using ModelOps.Core.Packaging;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Packaging;

public sealed class LargePackageTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [UnixTheory] // Only there the file is sparse.
    [InlineData(0xFFFFFFFEL)] // the largest size of 32 bits; what follows has a 64-bit offset
    [InlineData(0xFFFFFFFFL)]
    [InlineData(0x1_2345_6789L)]
    public void Another_reader_finds_files_of_four_gibibytes_and_what_follows(long size)
    {
        var file = WriteSparse([new("MLmodel", 0), new("large", size), new("later", 5)]);
        using var archive = ZipFile.OpenRead(file);
        Assert.Equal(["manifest.json", "model/MLmodel", "model/large", "model/later"], archive.Entries.Select(entry => entry.FullName));
        Assert.Equal(size, archive.GetEntry("model/large")!.Length);
        using var reader = new StreamReader(archive.GetEntry("model/later")!.Open());
        Assert.Equal("after", reader.ReadToEnd());
    }

    /// <summary>A package without its content, but for the last file's.</summary>
    private string WriteSparse(IReadOnlyList<ContentFile> files)
    {
        var layout = PackageLayout.Of(files);
        var file = _directory.File("sparse.zip");
        using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write);
        var crc = Crc32.Append(0, "after"u8);
        foreach (var entry in layout.Entries)
        {
            RandomAccess.Write(handle, ZipRecords.LocalHeader(entry, crc), entry.Offset);
        }

        RandomAccess.Write(handle, Encoding.UTF8.GetBytes("after"), layout.Entries[^1].DataOffset);
        RandomAccess.Write(handle, layout.Entries.SelectMany(entry => ZipRecords.CentralHeader(entry, crc)).Concat(ZipRecords.End(layout)).ToArray(), layout.DirectoryOffset);
        return file;
    }
}
