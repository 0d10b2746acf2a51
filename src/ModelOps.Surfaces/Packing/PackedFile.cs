namespace ModelOps.Surfaces.Packing;

/// <summary>A file of an archive.</summary>
/// <param name="Path">Its path in the archive, with slashes.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsProgram">Whether it can be run.</param>
internal sealed record PackedFile(string Path, byte[] Content, bool IsProgram = false)
{
    /// <summary>Its mode, which is not taken from the disk: a checkout has whatever its umask left.</summary>
    public UnixFileMode Mode => IsProgram
        ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
        : UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The same file below a directory.</summary>
    public PackedFile Below(string directory) => this with { Path = $"{directory}/{Path}" };

    /// <summary>Files in the order in which archives have them.</summary>
    public static IReadOnlyList<PackedFile> Ordered(IEnumerable<PackedFile> files) => [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
}
