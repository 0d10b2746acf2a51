namespace ModelOps.Store.Volumes;

/// <summary>One line of Linux's mount table.</summary>
/// <param name="Id">Number of the mount.</param>
/// <param name="Parent">Number of the mount that it lies on.</param>
/// <param name="Point">Directory, or file, that it covers; absolute.</param>
/// <param name="Type">Type of its file system, such as <c>ext4</c> or <c>fuse.sshfs</c>.</param>
internal sealed record MountEntry(int Id, int Parent, string Point, string Type)
{
    // "36 35 98:0 /root /point rw,noatime master:1 - ext4 /dev/sda rw", proc_pid_mountinfo(5); the fields before the dash are six or more.
    private const int PointField = 4;

    /// <summary>Reads a line; null for one that is none.</summary>
    public static MountEntry? Parse(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var dash = Array.IndexOf(fields, "-", Math.Min(PointField + 1, fields.Length));
        return dash >= 0 && dash + 1 < fields.Length
            && int.TryParse(fields[0], out var id) && int.TryParse(fields[1], out var parent)
            ? new(id, parent, Unescape(fields[PointField]), fields[dash + 1])
            : null;
    }

    /// <summary>Whether a path is the point of the mount or below it.</summary>
    public bool Covers(string path) =>
        Point == "/" || (path.StartsWith(Point, StringComparison.Ordinal) && (path.Length == Point.Length || path[Point.Length] == '/'));

    // Spaces, tabs, line feeds and backslashes are written as three octal digits.
    private static string Unescape(string text) => text
        .Replace("\\040", " ", StringComparison.Ordinal)
        .Replace("\\011", "\t", StringComparison.Ordinal)
        .Replace("\\012", "\n", StringComparison.Ordinal)
        .Replace("\\134", "\\", StringComparison.Ordinal);
}
