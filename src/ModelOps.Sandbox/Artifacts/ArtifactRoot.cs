using ModelOps.Abstractions.IO;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>The directory that <c>mlflow-artifacts:/</c> stands for. Links below it are not followed; files appear in it complete or not at all.</summary>
/// <param name="directory">Its path, absolute; made with the first file.</param>
internal sealed class ArtifactRoot(string directory)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string _partials = Path.Combine(directory, ArtifactPath.PartialDirectory);

    /// <summary>Where a path is on the disk.</summary>
    /// <param name="path">A path that <see cref="ArtifactPath"/> gave.</param>
    /// <exception cref="MlflowFault">A link is on the way.</exception>
    public string Locate(string path)
    {
        if (path.Length == 0)
        {
            return directory;
        }

        var full = Path.Combine(directory, path.Replace('/', Path.DirectorySeparatorChar));
        return LinkFreePath.FindLink(directory, full) is null
            ? full
            : throw MlflowFault.Invalid("Invalid path: resolved path is outside the artifact directory");
    }

    /// <summary>A name for a file that is not complete yet, on the file system of the root.</summary>
    public string NewPartial()
    {
        if (LinkFreePath.FindLink(Path.GetDirectoryName(directory)!, _partials) is { } link)
        {
            throw new IOException($"'{link}' is a link: artifacts are kept in a directory of their own.");
        }

        Directory.CreateDirectory(_partials);
        return Path.Combine(_partials, Guid.NewGuid().ToString("N"));
    }

    /// <summary>Moves a complete file to its place. Onto a directory, it goes into it, as with MLflow.</summary>
    /// <param name="partial">The file.</param>
    /// <param name="path">Its place.</param>
    /// <exception cref="MlflowFault">A part of the path is a file, or the place is taken by a directory.</exception>
    public void Place(string partial, string path)
    {
        var target = Locate(path);
        if (Directory.Exists(target))
        {
            target = Locate(ArtifactPath.Join(path, Path.GetFileName(target)));
        }

        try
        {
            Move(partial, target);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody deleted the directory in between.
            Move(partial, target);
        }
        catch (PathTooLongException)
        {
            throw ArtifactPath.Refused();
        }
        catch (IOException) when (File.Exists(partial) && IsBelowFile(target))
        {
            throw MlflowFault.Invalid($"Invalid path: a part of '{path}' is a file");
        }
    }

    /// <summary>Removes a file, or a directory with all that is in it: first out of sight, then from the disk.</summary>
    public void Delete(string path)
    {
        var target = Locate(path);
        var partial = NewPartial();
        try
        {
            if (Directory.Exists(target))
            {
                Directory.Move(target, partial);
                Directory.Delete(partial, recursive: true);
            }
            else if (File.Exists(target))
            {
                File.Move(target, partial);
                File.Delete(partial);
            }
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            // Somebody else deleted it at the same time.
        }
    }

    /// <summary>Removes what killed servers were receiving.</summary>
    /// <param name="now">The time.</param>
    public void RemoveAbandoned(DateTimeOffset now)
    {
        if (!Directory.Exists(_partials) || LinkFreePath.FindLink(directory, _partials) is not null)
        {
            return;
        }

        foreach (var file in new DirectoryInfo(_partials).EnumerateFiles().Where(file => now - file.LastWriteTimeUtc > Abandoned))
        {
            file.Delete();
        }
    }

    private static void Move(string partial, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(partial, target, overwrite: true);
    }

    private bool IsBelowFile(string target)
    {
        for (var parent = Path.GetDirectoryName(target)!; parent.Length > directory.Length; parent = Path.GetDirectoryName(parent)!)
        {
            if (File.Exists(parent))
            {
                return true;
            }
        }

        return false;
    }
}
