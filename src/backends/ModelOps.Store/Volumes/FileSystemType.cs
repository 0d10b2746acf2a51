namespace ModelOps.Store.Volumes;

/// <summary>The types of file systems, and which of them other machines may see.</summary>
internal static class FileSystemType
{
    private const string MountsFile = "/proc/self/mountinfo";
    private const string Fuse = "fuse";

    /// <summary>What stands for Windows' shares and whatever else only says that it is on a network.</summary>
    public const string Network = "network";

    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        Network, "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "9p", "v9fs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs", "drvfs", "fakeowner",
        "ceph", "lustre", "gpfs", "beegfs", "orangefs", "pvfs2", "glusterfs", "gfs", "gfs2", "ocfs2", "afs", "openafs", "coda", "afpfs", "webdav", "davfs",
        "panfs", "pvfs", "weka", "wekafs", "autofs",
    };

    // A container's own root, for a user without rights: as local as what it lies on.
    private static readonly HashSet<string> LocalFuse = new(StringComparer.OrdinalIgnoreCase) { "fuse.fuse-overlayfs", "fuse.lxcfs", "fuse.snapfuse", "fuse.squashfuse" };

    /// <summary>
    /// Whether other machines may have the files, or the file system keeps pages of them for itself: the index of write-ahead logging is memory that
    /// all processes share, which only one kernel gives.
    /// </summary>
    /// <param name="type">As the system names it; null when it does not say.</param>
    public static bool IsShared(string? type) =>
        type is not null && (Shared.Contains(type) || IsFuse(type));

    /// <summary>The type of the file system of a path on this machine; null when nothing says.</summary>
    /// <param name="path">A path without links; it need not exist.</param>
    public static string? Of(string path)
    {
        try
        {
            return File.Exists(MountsFile) && MountTable.TypeOf(MountTable.Parse(File.ReadLines(MountsFile)), path) is { } type ? type : OfDrive(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsFuse(string type) =>
        (type.Equals(Fuse, StringComparison.OrdinalIgnoreCase) || type.StartsWith("fuse.", StringComparison.OrdinalIgnoreCase)) && !LocalFuse.Contains(type);

    private static string? OfDrive(string path)
    {
        if (path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return Network;
        }

        var there = path;
        while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above)
        {
            there = above;
        }

        var drive = new DriveInfo(there);
        return drive.DriveType == DriveType.Network ? Network : drive.DriveFormat;
    }
}
