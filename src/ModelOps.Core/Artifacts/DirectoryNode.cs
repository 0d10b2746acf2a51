using System.Formats.Tar;
using System.IO.Enumeration;

namespace ModelOps.Core.Artifacts;

/// <summary>What was found in a model directory.</summary>
/// <param name="FullPath">Path in the file system.</param>
/// <param name="Path">Path relative to the model's root, with <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Kind">What it is, for messages.</param>
internal sealed record DirectoryNode(string FullPath, string Path, long Length, string Kind)
{
    private const string Regular = "a file";

    /// <summary>Whether it is anything but a regular file.</summary>
    public bool IsSpecial => !ReferenceEquals(Kind, Regular);

    /// <summary>Whether an entry is a symbolic link, a junction or another reparse point.</summary>
    public static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Describes an entry.</summary>
    /// <param name="root">Full path of the model's root.</param>
    /// <param name="entry">The entry: a file or a link.</param>
    public static DirectoryNode From(string root, ref FileSystemEntry entry)
    {
        var full = entry.ToFullPath();
        var path = full[root.Length..].TrimStart(System.IO.Path.DirectorySeparatorChar);
        var portable = System.IO.Path.DirectorySeparatorChar == '/' ? path : path.Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var isLink = IsLink(ref entry);
        return new(full, portable, isLink ? 0 : entry.Length, isLink ? "a link" : KindOf(full, entry.Length));
    }

    private static string KindOf(string path, long length)
    {
        // Pipes, sockets and devices have no length, and opening one may wait for ever. The file API does not tell them from empty files; tar does.
        if (length > 0)
        {
            return Regular;
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
            return reader.GetNextEntry()!.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile ? Regular : "a pipe or a device";
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
