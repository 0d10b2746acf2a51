using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;
using ModelOps.Abstractions.IO;

namespace ModelOps.Sandbox.Hosting;

/// <summary>
/// A directory that lives as long as its server. Its name tells the server's process, and the server holds a lock on a file in it, so that the next
/// server can tell what a killed one has left behind.
/// </summary>
internal sealed partial class ThrowAwayDirectory : IDisposable
{
    private const string Prefix = "modelops-sandbox-";
    private const string LockName = "server.lock";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly SafeFileHandle _lock;

    private ThrowAwayDirectory(string path, SafeFileHandle held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>The directory, absolute.</summary>
    public string Path { get; }

    /// <summary>Makes a directory that only this user can open.</summary>
    /// <param name="parent">Where.</param>
    public static ThrowAwayDirectory Create(string parent)
    {
        var path = System.IO.Path.Combine(
            parent, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }

        return new(path, File.OpenHandle(System.IO.Path.Combine(path, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None));
    }

    /// <summary>Removes the directories of servers that are no more.</summary>
    /// <param name="parent">Where they are.</param>
    public static void RemoveAbandoned(string parent)
    {
        foreach (var directory in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (IsOurs(directory) && IsAbandoned(directory))
                {
                    directory.Delete(recursive: true);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another server removes it at this moment.
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private static bool IsOurs(DirectoryInfo directory) =>
        !directory.Attributes.HasFlag(FileAttributes.ReparsePoint) && (OperatingSystem.IsWindows() || directory.UnixFileMode == OwnerOnly);

    private static bool IsAbandoned(DirectoryInfo directory)
    {
        var name = Name().Match(directory.Name);
        if (!name.Success || IsRunning(int.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture)))
        {
            return false;
        }

        var held = System.IO.Path.Combine(directory.FullName, LockName);
        if (SpecialFile.DescribeTarget(held) is not null)
        {
            return false;
        }

        // A process of this number may run in another container that shares the directory: its lock tells.
        using var free = File.OpenHandle(held, FileMode.Open, FileAccess.Write, FileShare.None);
        return true;
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\Amodelops-sandbox-([0-9]{1,9})-[0-9a-f]{32}\z")]
    private static partial Regex Name();
}
