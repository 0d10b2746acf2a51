using System.IO.Enumeration;

namespace ModelOps.MSBuild;

/// <summary>Files below a model directory.</summary>
internal static class ModelFiles
{
    /// <summary>
    /// All files in order of path; a link is listed but never followed, so that the list cannot leave the directory.
    /// Nothing when there is no such directory: the verb reports that.
    /// </summary>
    public static IReadOnlyList<string> Of(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        var files = new FileSystemEnumerable<string>(
            directory,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return [.. files.Order(StringComparer.Ordinal)];
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
