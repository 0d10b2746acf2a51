using System.Formats.Tar;
using System.IO.Compression;
using ModelOps.Surfaces.Packing;
using ModelOps.Testing;

namespace ModelOps.Surfaces.Tests.Packing;

public sealed class PlatformArchiveTests : IDisposable
{
    private readonly TempDirectory _published = new();

    public void Dispose() => _published.Dispose();

    [Theory]
    [InlineData("ModelOps.Native", "libgit2-abc.so", "ModelOps.Native.dbg", "bin/modelops")]
    [InlineData("ModelOps.Native", "libgit2-abc.dylib", "a.json", "bin/modelops")]
    [InlineData("ModelOps.Native.exe", "git2-abc.dll", "ModelOps.Native.pdb", "bin/modelops.exe")]
    public void It_is_laid_out_as_that_of_Pack_and_has_no_symbols(string program, string library, string more, string expected)
    {
        foreach (var file in (string[])[program, library, more])
        {
            File.WriteAllText(_published.File(file), file);
        }

        using var reader = new TarReader(new GZipStream(new MemoryStream(PlatformArchive.Write(_published.Path, NativeSample.Licences, NativeSample.Time)), CompressionMode.Decompress));
        var entries = new List<TarEntry>();
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        Assert.Equal(["LICENSE", expected, $"lib/modelops/{library}", "licences/Part.txt"], entries.Select(entry => entry.Name));
        Assert.Equal(expected, entries.Single(entry => entry.Mode.HasFlag(UnixFileMode.UserExecute)).Name);
        Assert.All(entries, entry => Assert.Equal(NativeSample.Time, entry.ModificationTime));
    }

    [Fact]
    public void Its_name_says_the_platform_as_that_of_Pack_does() => Assert.Equal(ReleaseArchive.FileName, PlatformArchive.FileName(ReleaseFiles.Platform));
}
