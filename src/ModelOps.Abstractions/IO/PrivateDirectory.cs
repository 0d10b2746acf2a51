namespace ModelOps.Abstractions.IO;

/// <summary>A directory that only this user may enter. Disposing removes it.</summary>
internal sealed class PrivateDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("modelops-");

    /// <summary>Full path.</summary>
    public string Path => _directory.FullName;

    /// <summary>Full path of a directory below, which is made.</summary>
    public string Below(string name) => _directory.CreateSubdirectory(name).FullName;

    /// <summary>Removes the directory. A command may have left something in it that cannot be removed: this must not hide what was judged.</summary>
    public void Dispose()
    {
        try
        {
            _directory.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It stays in the system's directory for temporary files, which only this user may enter.
        }
    }
}
