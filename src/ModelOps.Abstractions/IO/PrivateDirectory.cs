using Microsoft.Win32.SafeHandles;

namespace ModelOps.Abstractions.IO;

/// <summary>
/// A directory for temporary files that only this user may enter. Disposing removes it; a lock beside the files, which the system drops however the process
/// ends, tells the next run what a killed one left.
/// </summary>
internal sealed class PrivateDirectory : IDisposable
{
    private const string Prefix = "modelops-";
    private readonly string _directory;
    private readonly SafeFileHandle _lock;

    public PrivateDirectory()
    {
        // A lock is taken in two steps, and a directory without it would look abandoned: it gets its name when the lock is held. Windows moves no
        // directory with an open file; there it is its youth that protects it.
        var begun = Directory.CreateTempSubdirectory(OperatingSystem.IsWindows() ? Prefix : AbandonedDirectories.PrefixOfBegun).FullName;
        _lock = File.OpenHandle(System.IO.Path.Combine(begun, AbandonedDirectories.LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        _directory = begun.Replace(AbandonedDirectories.PrefixOfBegun, Prefix, StringComparison.Ordinal);
        if (_directory != begun)
        {
            Directory.Move(begun, _directory);
        }

        Path = System.IO.Path.Combine(_directory, "content");
        FileOwner.CreatePrivate(Path);
    }

    /// <summary>Full path of a directory of its own for the files.</summary>
    public string Path { get; }

    /// <summary>Full path of a directory beside that of the files, which is made.</summary>
    public string Below(string name) => Directory.CreateDirectory(System.IO.Path.Combine(_directory, name)).FullName;

    /// <summary>Removes the directory. A command may have left something in it that cannot be removed: this must not hide what was judged.</summary>
    public void Dispose()
    {
        try
        {
            _lock.Dispose();
            Directory.Delete(_directory, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It stays in the system's directory for temporary files, which only this user may enter.
        }
    }
}
