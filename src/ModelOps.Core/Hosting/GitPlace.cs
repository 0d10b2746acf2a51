namespace ModelOps.Core.Hosting;

/// <summary>
/// Finds the repository of a directory as git does that is told to take no bare one: files of a checkout can look like a bare repository, but git
/// checks nothing out that is named <c>.git</c>.
/// </summary>
internal static class GitPlace
{
    private const string Entry = ".git";

    /// <summary>Directory at or above another that has a repository in <c>.git</c>; null when none has.</summary>
    /// <param name="directory">Where to begin.</param>
    public static string? FindTop(string directory)
    {
        for (var at = Directory.Exists(directory) ? new DirectoryInfo(Resolve(directory)) : null; at is not null; at = at.Parent)
        {
            var entry = Path.Combine(at.FullName, Entry);
            if (File.Exists(entry) || IsRepository(entry))
            {
                return at.FullName;
            }

            if (IsRepository(at.FullName))
            {
                return null;
            }
        }

        return null;
    }

    // As git: a directory of that name which is no repository is passed by. A worktree's has its objects elsewhere.
    private static bool IsRepository(string entry) =>
        File.Exists(Path.Combine(entry, "HEAD"))
        && (Directory.Exists(Path.Combine(entry, "objects")) || File.Exists(Path.Combine(entry, "commondir")));

    // What lies above a directory is above the place that a link leads to, not above the link.
    private static string Resolve(string directory)
    {
        var full = Path.GetFullPath(directory);
        var resolved = Path.GetPathRoot(full)!;
        foreach (var part in full[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new DirectoryInfo(Path.Combine(resolved, part));
            resolved = next.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Resolve(target.FullName) : next.FullName;
        }

        return resolved;
    }
}
