using ModelOps.Abstractions.IO;

namespace ModelOps.Sandbox.Hosting;

/// <summary>Where a server's catalog is: a file that stays, or a directory that goes when the server ends.</summary>
internal sealed class StoreLocation : IAsyncDisposable
{
    private readonly ThrowAwayDirectory? _throwAway;

    private StoreLocation(string file, ThrowAwayDirectory? throwAway)
    {
        File = file;
        _throwAway = throwAway;
    }

    /// <summary>The SQLite file, absolute and free of links.</summary>
    public string File { get; }

    /// <summary>Directory of the artifacts, absolute: beside the file, as the embedded catalog has it.</summary>
    public string ArtifactDirectory => File + ".artifacts";

    /// <summary>Whether the catalog goes when the server ends.</summary>
    public bool IsThrowAway => _throwAway is not null;

    /// <summary>A place for a catalog.</summary>
    /// <param name="file">SQLite file, absolute; null for a throw-away one.</param>
    /// <exception cref="IOException">The links in the path form a circle, or there is no place for a directory.</exception>
    public static StoreLocation Of(string? file)
    {
        if (file is not null)
        {
            return new(LinkFreePath.Resolve(file), throwAway: null);
        }

        var parent = LinkFreePath.Resolve(Path.GetFullPath(Path.GetTempPath()));
        ThrowAwayDirectory.RemoveAbandoned(parent);
        var directory = ThrowAwayDirectory.Create(parent);
        return new(Path.Combine(directory.Path, "mlflow.db"), directory);
    }

    /// <summary>Removes a throw-away catalog.</summary>
    public ValueTask DisposeAsync()
    {
        _throwAway?.Dispose();
        return ValueTask.CompletedTask;
    }
}
