namespace ModelOps.Store.Volumes;

/// <summary>Which file system a path is on, by the mounts of Linux.</summary>
internal static class MountTable
{
    /// <summary>Reads the lines of <c>/proc/self/mountinfo</c>.</summary>
    public static IReadOnlyList<MountEntry> Parse(IEnumerable<string> lines) => [.. lines.Select(MountEntry.Parse).OfType<MountEntry>()];

    /// <summary>The type of the file system that a path is on; null when the table does not say.</summary>
    /// <param name="entries">The mounts.</param>
    /// <param name="path">A path without links; it need not exist.</param>
    public static string? TypeOf(IReadOnlyList<MountEntry> entries, string path)
    {
        // As the kernel walks: from the root, at each step the first mount on the way. The longest point alone may be hidden by a later mount above it.
        var on = entries.FirstOrDefault(entry => entry.Point == "/" && entries.All(other => other.Id != entry.Parent || other.Id == entry.Id));
        var left = entries.Count;
        while (on is not null && left-- > 0 && Next(entries, on, path) is { } next)
        {
            on = next;
        }

        return on?.Type;
    }

    private static MountEntry? Next(IReadOnlyList<MountEntry> entries, MountEntry on, string path) => entries
        .Where(entry => entry.Parent == on.Id && entry.Id != on.Id && entry.Covers(path))
        .OrderBy(entry => entry.Point.Length)
        .FirstOrDefault();
}
