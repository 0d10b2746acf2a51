using ModelOps.Abstractions.IO;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Lists directories of artifacts.</summary>
internal static class ArtifactLister
{
    /// <summary>Entries of a directory, by name; null when it is empty, missing or a file.</summary>
    /// <param name="root">The root.</param>
    /// <param name="path">Path of the directory.</param>
    /// <param name="prefix">What stands before each name in the answer.</param>
    public static IReadOnlyList<ArtifactFile>? List(ArtifactRoot root, string path, string prefix)
    {
        var directory = new DirectoryInfo(root.Locate(path));
        if (!directory.Exists)
        {
            return null;
        }

        // Links are left out: they are not served either.
        var entries = directory.EnumerateFileSystemInfos()
            .Where(entry => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !(path.Length == 0 && entry.Name == ArtifactPath.PartialDirectory))
            .Select(entry => new ArtifactFile(ArtifactPath.Join(prefix, entry.Name), entry is DirectoryInfo, entry is FileInfo { Length: > 0 and var length } ? length : null))
            .ToList();
        entries.Sort((left, right) => Utf8Order.Instance.Compare(left.Path, right.Path));
        return entries.Count == 0 ? null : entries;
    }
}
