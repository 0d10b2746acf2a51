using System.IO.Enumeration;
using ModelOps.Abstractions.IO;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>
/// All files below a directory. A link, a pipe or a name that is unsafe on any system is refused, not left out: content must not look smaller
/// than it is.
/// </summary>
internal static class ArtifactListing
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
    };

    /// <summary>Files in order of the UTF-8 bytes of their paths; none when there is no such directory.</summary>
    public static IReadOnlyList<ContentFile> Read(string directory, ArtifactFailures failures, CancellationToken cancellationToken)
    {
        var files = new List<ContentFile>();
        if (!Directory.Exists(directory))
        {
            return files;
        }

        var nodes = new FileSystemEnumerable<DirectoryNode>(
            directory, (ref FileSystemEntry entry) => DirectoryNode.From(directory, ref entry, isAsIs: true), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || DirectoryNode.IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !DirectoryNode.IsLink(ref entry),
        };
        foreach (var node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RequirePlain(node, failures);
            files.Add(new(node.Path, node.Length));
        }

        files.Sort((left, right) => Utf8Order.Instance.Compare(left.Path, right.Path));
        return files;
    }

    private static void RequirePlain(DirectoryNode node, ArtifactFailures failures)
    {
        if (node.IsSpecial)
        {
            throw failures.UnsafeLocation($"The artifact '{node.Path}' is {node.Kind} ('{node.FullPath}'); expected regular files only.");
        }

        if (!SafeRelativePath.TryValidate(node.Path, out var problem))
        {
            throw failures.UnsafeLocation($"The artifact path '{node.Path}' is refused: it {problem}.");
        }
    }
}
