namespace ModelOps.Abstractions.IO;

/// <summary>Paths and the symbolic links in them.</summary>
internal static class LinkFreePath
{
    private const int MaxLinks = 40;

    /// <summary>The path with every link in it replaced by what it points to; parts that do not exist stay as they are.</summary>
    /// <param name="path">An absolute path.</param>
    /// <exception cref="IOException">The links form a circle.</exception>
    public static string Resolve(string path)
    {
        for (var links = 0; links < MaxLinks; links++)
        {
            if (FindLink(Path.GetPathRoot(path)!, path) is not { } link)
            {
                return path;
            }

            var target = Path.GetFullPath(new FileInfo(link).LinkTarget!, Path.GetDirectoryName(link)!);
            path = Path.GetFullPath(Path.GetRelativePath(link, path), target);
        }

        throw new IOException($"Too many links in '{path}'.");
    }

    /// <summary>The first part below a root that is a link; null when there is none.</summary>
    public static string? FindLink(string root, string path)
    {
        var current = root;
        foreach (var part in Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar))
        {
            current = Path.Combine(current, part);
            if (new FileInfo(current).LinkTarget is not null)
            {
                return current;
            }
        }

        return null;
    }
}
