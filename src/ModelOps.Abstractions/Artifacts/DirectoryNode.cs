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
    private const string LeftOver = "a leftover";

    /// <summary>Whether it is anything but a regular file.</summary>
    public bool IsSpecial => !ReferenceEquals(Kind, Regular) && !IsLeftOver;

    /// <summary>Whether it is no part of a model, wherever it lies: what Python compiled, what macOS noted.</summary>
    public bool IsLeftOver => ReferenceEquals(Kind, LeftOver);

    /// <summary>Whether an entry is a symbolic link, a junction or another reparse point.</summary>
    public static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Whether an entry is what Python or macOS leaves behind; a link of such a name is a link.</summary>
    public static bool IsLeft(ref FileSystemEntry entry) =>
        !IsLink(ref entry) && (entry.IsDirectory ? LeftoverName.IsDirectory(entry.FileName) : LeftoverName.IsFile(entry.FileName));

    /// <summary>Describes an entry.</summary>
    /// <param name="root">Full path of the model's root.</param>
    /// <param name="entry">The entry: a file or a link, or a directory that is left out.</param>
    /// <param name="isAsIs">Whether nothing is left out.</param>
    public static DirectoryNode From(string root, ref FileSystemEntry entry, bool isAsIs)
    {
        var full = entry.ToFullPath();
        var path = full[root.Length..].TrimStart(System.IO.Path.DirectorySeparatorChar);
        var portable = System.IO.Path.DirectorySeparatorChar == '/' ? path : path.Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var isLink = IsLink(ref entry);
        return !isAsIs && IsLeft(ref entry)
            ? new(full, portable, 0, LeftOver)
            : new(full, portable, isLink ? 0 : entry.Length, isLink ? "a link" : SpecialFile.Describe(full, entry.Length) ?? Regular);
    }
}
