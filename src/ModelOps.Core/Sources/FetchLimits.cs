using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Sources;

/// <summary>What a server may ask of this machine's disk: a list of files is text from somebody else.</summary>
internal static class FetchLimits
{
    /// <summary>Most files of a model.</summary>
    public const int MaxFiles = 200_000;

    /// <summary>Most bytes of a model, whatever the disk has room for.</summary>
    public const long MaxBytes = 1L << 42;

    /// <summary>Refuses files that do not fit.</summary>
    /// <param name="files">The files as they are listed; no more bytes of each are taken than that.</param>
    /// <param name="directory">Where they would be written.</param>
    /// <param name="name">Whose files, for messages.</param>
    /// <exception cref="ModelOpsException">There are too many, or the disk has no room for them (MOP2305, exit 2).</exception>
    public static void Require(IReadOnlyList<ContentFile> files, string directory, string name) => Require(files, FreeSpaceOf(directory), name);

    /// <summary>The same for a disk with so many bytes left; null when nobody knows.</summary>
    public static void Require(IReadOnlyList<ContentFile> files, long? free, string name)
    {
        if (files.Count > MaxFiles)
        {
            throw TooLarge($"{name} has {files.Count} files; the limit is {MaxFiles}.");
        }

        var total = files.Sum(file => (decimal)file.Length);
        if (files.Any(file => file.Length < 0))
        {
            throw TooLarge($"{name} has {total:0} bytes, as its catalog says; that is no size.");
        }

        if (total > Math.Min(free ?? MaxBytes, MaxBytes))
        {
            throw TooLarge($"{name} has {total:0} bytes, as its catalog says; {(free < MaxBytes ? $"{free} are free" : $"the limit is {MaxBytes}")}.");
        }
    }

    private static long? FreeSpaceOf(string directory)
    {
        try
        {
            return new DriveInfo(directory).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static ModelOpsException TooLarge(string message) => new(ExitCode.BadInput, SourceDiagnostics.TooLarge.At(message));
}
