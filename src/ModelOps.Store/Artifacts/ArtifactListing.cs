using ModelOps.Core.Artifacts;
using ModelOps.Core.IO;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Artifacts;

/// <summary>All files below a directory. A link or a name that is unsafe on any system is refused, not left out: content must not look smaller than it is.</summary>
internal static class ArtifactListing
{
    /// <summary>Files in order of the UTF-8 bytes of their paths; none when there is no such directory.</summary>
    public static IReadOnlyList<ContentFile> Read(string directory, CancellationToken cancellationToken)
    {
        var files = new List<ContentFile>();
        if (!Directory.Exists(directory))
        {
            return files;
        }

        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(directory)]);
        while (pending.TryPop(out var current))
        {
            foreach (var entry in current.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false }))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var path = Path.GetRelativePath(directory, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
                RequirePlain(entry, path);
                if (entry is DirectoryInfo child)
                {
                    pending.Push(child);
                }
                else
                {
                    files.Add(new(path, ((FileInfo)entry).Length));
                }
            }
        }

        files.Sort((left, right) => Utf8Order.Instance.Compare(left.Path, right.Path));
        return files;
    }

    private static void RequirePlain(FileSystemInfo entry, string path)
    {
        if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            throw StoreErrors.UnsafeLocation($"The artifact '{path}' is a link ('{entry.FullName}'); links are not followed.");
        }

        if (!SafeRelativePath.TryValidate(path, out var problem))
        {
            throw StoreErrors.UnsafeLocation($"The artifact path '{path}' is refused: it {problem}.");
        }
    }
}
