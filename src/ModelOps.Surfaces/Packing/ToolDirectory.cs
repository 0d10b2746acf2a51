namespace ModelOps.Surfaces.Packing;

/// <summary>The native program as a .NET tool has it: one directory, with its libraries where packages have those of a platform.</summary>
internal static class ToolDirectory
{
    /// <summary>Writes the files of the tool for a platform into a directory, from which it is packed.</summary>
    public static void Write(NativeDirectory native, IEnumerable<PackedFile> licences, string directory)
    {
        foreach (var file in (IEnumerable<PackedFile>)[native.Program, .. native.Libraries.Select(library => library.Below($"runtimes/{ReleaseFiles.Platform}/native")), .. licences])
        {
            var target = Path.Combine(directory, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, file.Content);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, file.Mode);
            }
        }
    }
}
