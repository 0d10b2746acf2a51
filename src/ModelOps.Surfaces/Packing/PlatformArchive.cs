namespace ModelOps.Surfaces.Packing;

/// <summary>The native program of a platform that Pack does not build for, from where it was published; laid out as that of linux-x64.</summary>
internal static class PlatformArchive
{
    private const string Published = "ModelOps.Native";

    private const string Windows = ".exe";

    private static readonly string[] LibraryEndings = [".so", ".dylib", ".dll"];

    /// <summary>Name of the archive's file.</summary>
    public static string FileName(string platform) => $"modelops-{platform}.tar.gz";

    /// <summary>The archive's bytes.</summary>
    /// <param name="directory">Directory into which the program was published.</param>
    /// <param name="licences">Licences that go along.</param>
    /// <param name="time">Time that all files get.</param>
    public static byte[] Write(string directory, IEnumerable<PackedFile> licences, DateTimeOffset time)
    {
        var files = Directory.GetFiles(directory);
        var program = files.Single(file => Path.GetFileName(file) is Published or Published + Windows);
        return TarArchive.Write(
            [
                new PackedFile(program.EndsWith(Windows, StringComparison.Ordinal) ? $"bin/modelops{Windows}" : "bin/modelops", File.ReadAllBytes(program), IsProgram: true),
                .. files.Where(file => LibraryEndings.Contains(Path.GetExtension(file))).Select(file => new PackedFile($"lib/modelops/{Path.GetFileName(file)}", File.ReadAllBytes(file))),
                .. licences,
            ],
            time);
    }
}
