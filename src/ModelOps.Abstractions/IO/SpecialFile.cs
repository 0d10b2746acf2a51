using System.Formats.Tar;

namespace ModelOps.Abstractions.IO;

/// <summary>Tells pipes, sockets and devices from regular files: opening one may wait for ever.</summary>
internal static class SpecialFile
{
    /// <summary>What the file at the end of all links is; null for a regular file, and where there is none.</summary>
    /// <param name="path">An absolute path.</param>
    /// <exception cref="IOException">The links form a circle.</exception>
    public static string? DescribeTarget(string path)
    {
        var target = LinkFreePath.Resolve(path);
        return new FileInfo(target) is { Exists: true } file ? Describe(target, file.Length) : null;
    }

    /// <summary>What a file is, as in "is a pipe or a device"; null for a regular file. Nothing is opened that could wait.</summary>
    /// <param name="path">Path of something that is neither a directory nor a link.</param>
    /// <param name="length">Its length in bytes.</param>
    public static string? Describe(string path, long length)
    {
        // They have no length. The file API does not tell them from empty files; tar does.
        if (length > 0)
        {
            return null;
        }

        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, leaveOpen: true))
            {
                writer.WriteEntry(path, "entry");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()!.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile ? null : "a pipe or a device";
        }
        catch (FileNotFoundException)
        {
            return "a file whose name is not Unicode text";
        }
        catch (IOException)
        {
            return "a socket";
        }
    }
}
