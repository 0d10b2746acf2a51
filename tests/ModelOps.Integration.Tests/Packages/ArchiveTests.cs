using System.Formats.Tar;
using System.IO.Compression;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Packages;

/// <summary>The archive as jobs and images unpack it.</summary>
public sealed class ArchiveTests(ReleaseFixture release) : IClassFixture<ReleaseFixture>, IDisposable
{
    private const UnixFileMode Read = (UnixFileMode)0b101_101_101;

    private readonly TempDirectory _directory = new();

    public void Dispose()
    {
        Restrict(Read | UnixFileMode.UserWrite);
        _directory.Dispose();
    }

    [NativeFact]
    public async Task Unpacked_into_a_directory_that_nobody_may_write_it_works()
    {
        using (var archive = new GZipStream(File.OpenRead(release.Archive), CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(archive, _directory.Path, overwriteFiles: false);
        }

        var before = Files();
        Restrict(Read);
        using var program = new InstalledProgram(_directory.File("bin/modelops"));
        await program.WorkAsync();

        Assert.Equal(before, Files());
    }

    // A user that may do everything is not kept from writing by modes, so what is there is compared as well.
    private void Restrict(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var each in Directory.GetDirectories(_directory.Path, "*", SearchOption.AllDirectories).Prepend(_directory.Path))
            {
                File.SetUnixFileMode(each, mode);
            }
        }
    }

    private List<(string, DateTime)> Files() =>
        [.. Directory.EnumerateFiles(_directory.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.GetLastWriteTimeUtc(file)))];
}
