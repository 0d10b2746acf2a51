using System.IO.Enumeration;
using ModelOps.Abstractions.IO;

namespace ModelOps.Abstractions.Artifacts;

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
        return new(full, portable, isLink ? 0 : entry.Length, isLink ? "a link" : SpecialFile.Describe(full, entry.Length) ?? Regular);
    }
}
