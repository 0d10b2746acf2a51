using System.Formats.Tar;
using System.IO.Compression;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Packing;

public class ArchiveTests
{
    private const UnixFileMode Program = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Plain = (UnixFileMode)0b110_100_100;

    [Fact]
    public void It_has_program_libraries_and_licences_with_modes_and_owners_of_no_machine()
    {
        var entries = Entries(ReleaseArchive.Write(NativeSample.Directory, NativeSample.Licences, NativeSample.Time));

        Assert.Equal(
            ["LICENSE", "bin/modelops", "lib/modelops/libe_sqlite3.so", "lib/modelops/libgit2-abc.so", "licences/Part.txt"],
            entries.Select(entry => entry.Name));
        Assert.All(entries, entry =>
        {
            Assert.Equal(entry.Name == "bin/modelops" ? Program : Plain, entry.Mode);
            Assert.Equal((0, 0, NativeSample.Time), (entry.Uid, entry.Gid, entry.ModificationTime));
        });
    }

    [Fact]
    public void Made_twice_it_is_the_same_bytes_whatever_the_order_of_its_files()
    {
        var turned = NativeSample.Directory with { Libraries = [.. NativeSample.Directory.Libraries.Reverse()] };

        Assert.Equal(
            ReleaseArchive.Write(NativeSample.Directory, NativeSample.Licences, NativeSample.Time),
            ReleaseArchive.Write(turned, NativeSample.Licences.Reverse(), NativeSample.Time.ToUniversalTime()));
    }

    [Fact]
    public void Its_compression_says_neither_a_name_nor_a_time()
    {
        var archive = ReleaseArchive.Write(NativeSample.Directory, NativeSample.Licences, NativeSample.Time);

        Assert.Equal(new byte[5], archive[3..8]);
    }

    [UnixFact]
    public void The_tool_has_the_same_files_with_the_libraries_where_packages_have_them()
    {
        using var directory = new TempDirectory();

        ToolDirectory.Write(NativeSample.Directory, NativeSample.Licences, directory.Path);

        string[] expected = ["LICENSE", "licences/Part.txt", "modelops", "runtimes/linux-x64/native/libe_sqlite3.so", "runtimes/linux-x64/native/libgit2-abc.so"];
        Assert.Equal(
            expected,
            Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(directory.Path, file)).Order(StringComparer.Ordinal));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(directory.File("modelops")) == Program);
    }

    private static List<PosixTarEntry> Entries(byte[] archive)
    {
        using var reader = new TarReader(new GZipStream(new MemoryStream(archive), CompressionMode.Decompress));
        var entries = new List<PosixTarEntry>();
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(Assert.IsAssignableFrom<PosixTarEntry>(entry));
        }

        return entries;
    }
}
