using Microsoft.Win32.SafeHandles;

namespace ModelOps.Abstractions.IO;

/// <summary>
/// A directory for temporary files that only this user may enter. Disposing removes it; a lock beside the files, which the system drops however the process
/// ends, tells the next run what a killed one left.
/// </summary>
internal sealed class PrivateDirectory : IDisposable
{
    private const string Prefix = "modelops-";
    private const string LockName = "owner.lock";

    // A directory gets its lock in two steps: what is younger may be between them.
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory(Prefix);
    private readonly SafeFileHandle _lock;

    public PrivateDirectory()
    {
        _lock = File.OpenHandle(System.IO.Path.Combine(_directory.FullName, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Path = System.IO.Path.Combine(_directory.FullName, "content");
        FileOwner.CreatePrivate(Path);
    }

    /// <summary>Full path of a directory of its own for the files.</summary>
    public string Path { get; }

    /// <summary>Full path of a directory beside that of the files, which is made.</summary>
    public string Below(string name) => _directory.CreateSubdirectory(name).FullName;

    /// <summary>Removes the directories of this user whose owners are dead. What cannot be removed stays.</summary>
    public static void RemoveAbandoned() => RemoveAbandoned(System.IO.Path.GetTempPath(), TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>The same, in a place and at a time.</summary>
    internal static void RemoveAbandoned(string parent, DateTime now)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var directory in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (FileOwner.IsPrivateToUser(directory) && IsAbandoned(System.IO.Path.Combine(directory.FullName, LockName), now))
                {
                    directory.Delete(recursive: true);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another run removes it at this moment, or a command left in it what cannot be removed.
            }
        }
    }

    /// <summary>Removes the directory. A command may have left something in it that cannot be removed: this must not hide what was judged.</summary>
    public void Dispose()
    {
        try
        {
            _lock.Dispose();
            _directory.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It stays in the system's directory for temporary files, which only this user may enter.
        }
    }

    private static bool IsAbandoned(string held, DateTime now)
    {
        if (!File.Exists(held) || SpecialFile.DescribeTarget(held) is not null || now - File.GetLastWriteTimeUtc(held) < Youth)
        {
            return false;
        }

        using var free = File.OpenHandle(held, FileMode.Open, FileAccess.Write, FileShare.None);
        return true;
    }
}
