using System.Runtime.InteropServices;
using System.Text;

namespace ModelOps.Abstractions.IO;

/// <summary>Whose a directory is.</summary>
internal static class FileOwner
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint OwnerWanted = 0x8;

    // struct statx has one layout on all machines: the mask of 4 bytes, 16 bytes more, then the owner.
    private const int SizeOfStatx = 256;
    private const int OffsetOfOwner = 20;

    /// <summary>
    /// Whether this user owns a directory that nobody else may enter. Where the system cannot tell, the directory for temporary files is the user's own.
    /// </summary>
    public static bool IsPrivateToUser(DirectoryInfo directory)
    {
        if (directory.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return false;
        }

        return OperatingSystem.IsWindows() || (directory.UnixFileMode == OwnerOnly && (!OperatingSystem.IsLinux() || OwnerOf(directory.FullName) == EffectiveUser()));
    }

    /// <summary>Whether this user is root and the directory another's: only root's rights over everybody's files let it work there.</summary>
    public static bool NeedsRoot(string directory) => OperatingSystem.IsLinux() && EffectiveUser() == 0 && OwnerOf(directory) is not (null or 0);

    /// <summary>Makes a directory that nobody else may enter.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    private static uint? OwnerOf(string path)
    {
        var facts = new byte[SizeOfStatx];
        return Statx(CurrentDirectory, Encoding.UTF8.GetBytes(path + '\0'), NoFollow, OwnerWanted, facts) == 0 ? MemoryMarshal.Read<uint>(facts.AsSpan(OffsetOfOwner)) : null;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, byte[] path, int flags, uint mask, byte[] facts);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
