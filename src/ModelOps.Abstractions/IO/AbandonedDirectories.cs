namespace ModelOps.Abstractions.IO;

/// <summary>Directories for temporary files whose owner was killed.</summary>
internal static class AbandonedDirectories
{
    /// <summary>Name of the file that the owner of a directory holds a lock on.</summary>
    public const string LockName = "owner.lock";

    /// <summary>How the name of a directory begins that has no lock yet.</summary>
    public const string PrefixOfBegun = "modelops~";

    private const string Pattern = "modelops?*";

    // What is younger may be between being made and being locked.
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(1);

    /// <summary>Removes those of this user. What cannot be removed stays.</summary>
    public static void Remove() => Remove(Path.GetTempPath(), TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>The same, in a place and at a time.</summary>
    internal static void Remove(string parent, DateTime now)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var directory in new DirectoryInfo(parent).EnumerateDirectories(Pattern))
        {
            try
            {
                if (FileOwner.IsPrivateToUser(directory) && IsAbandoned(directory, now))
                {
                    directory.Delete(recursive: true);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Its owner lives, another run removes it at this moment, or a command left in it what cannot be removed.
            }
        }
    }

    private static bool IsAbandoned(DirectoryInfo directory, DateTime now)
    {
        var isBegun = directory.Name.StartsWith(PrefixOfBegun, StringComparison.Ordinal);
        if ((isBegun || OperatingSystem.IsWindows()) && now - directory.CreationTimeUtc < Youth)
        {
            return false;
        }

        var held = Path.Combine(directory.FullName, LockName);
        if (!File.Exists(held) || SpecialFile.DescribeTarget(held) is not null)
        {
            return isBegun && !Path.Exists(held);
        }

        using var free = File.OpenHandle(held, FileMode.Open, FileAccess.Write, FileShare.None);
        return true;
    }
}
