namespace ModelOps.Sandbox.Hosting;

/// <summary>Where a server's catalog is: a file that stays, or a directory that goes when the server ends.</summary>
internal sealed class StoreLocation : IDisposable
{
    private readonly DirectoryInfo? _throwAway;

    private StoreLocation(string file, DirectoryInfo? throwAway)
    {
        File = file;
        _throwAway = throwAway;
    }

    /// <summary>The SQLite file, absolute.</summary>
    public string File { get; }

    /// <summary>Directory of the artifacts, absolute: beside the file, as the embedded catalog has it.</summary>
    public string ArtifactDirectory => File + ".artifacts";

    /// <summary>A place for a catalog.</summary>
    /// <param name="file">SQLite file, absolute; null for a throw-away one.</param>
    public static StoreLocation Of(string? file)
    {
        if (file is not null)
        {
            return new(file, throwAway: null);
        }

        var directory = Directory.CreateTempSubdirectory("modelops-sandbox-");
        return new(Path.Combine(directory.FullName, "mlflow.db"), directory);
    }

    /// <summary>Removes a throw-away catalog.</summary>
    public void Dispose() => _throwAway?.Delete(recursive: true);
}
