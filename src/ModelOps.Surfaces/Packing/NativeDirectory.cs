namespace ModelOps.Surfaces.Packing;

/// <summary>The native program as it is laid out for a platform: <c>bin/modelops</c>, and its libraries in <c>lib/modelops</c>.</summary>
/// <param name="Program">The program, by its file name.</param>
/// <param name="Libraries">Its libraries, by their file names.</param>
internal sealed record NativeDirectory(PackedFile Program, IReadOnlyList<PackedFile> Libraries)
{
    /// <summary>Reads it.</summary>
    public static NativeDirectory Read(string directory)
    {
        var libraries = PackedFile.Ordered(Directory.EnumerateFiles(Path.Combine(directory, "lib", "modelops")).Select(file => Read(file, isProgram: false)));
        return libraries.Count > 0
            ? new(Read(Path.Combine(directory, "bin", "modelops"), isProgram: true), libraries)
            : throw new FileNotFoundException($"{directory} has no library in lib/modelops.");
    }

    private static PackedFile Read(string file, bool isProgram) => new(Path.GetFileName(file), File.ReadAllBytes(file), isProgram);
}
