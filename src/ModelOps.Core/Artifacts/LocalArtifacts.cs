using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.IO;

namespace ModelOps.Core.Artifacts;

/// <summary>Artifacts in directories of this machine: <c>file:</c> URIs and absolute paths. Links are never followed below a root.</summary>
public sealed class LocalArtifacts : IArtifactStore
{
    /// <summary>Whether a location is a <c>file:</c> URI without a host, or an absolute path.</summary>
    /// <param name="rootUri">A location.</param>
    public static bool IsLocal(string rootUri) =>
        Path.IsPathFullyQualified(rootUri)
        || (rootUri.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(rootUri, UriKind.Absolute, out var uri)
            && uri is { IsFile: true, Host: "" or "localhost" });

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The path is not safe (MOP2009), or the file cannot be written (MOP4003).</exception>
    public async Task UploadAsync(string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var target = Resolve(rootUri, path);
        var unfinished = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using (var source = await open(cancellationToken))
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await source.CopyToAsync(file, cancellationToken);
                if (file.Length != length)
                {
                    throw new IOException($"it has {file.Length} bytes instead of {length}");
                }
            }

            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelOpsException(
                ExitCode.RemoteFailure, HostDiagnostics.FileFailed.At($"The artifact '{target}' cannot be written: {exception.Message}"), exception);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">A link or an unsafe name is there (MOP2009).</exception>
    public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken)
    {
        var root = new DirectoryInfo(LocalPath(rootUri));
        var files = new List<ContentFile>();
        if (root.Exists)
        {
            foreach (var entry in root.EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add(files, root, entry);
            }
        }

        return Task.FromResult<IReadOnlyList<ContentFile>>(files);
    }

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The path is not safe (MOP2009), or the file cannot be read (MOP4003).</exception>
    public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken)
    {
        var target = Resolve(rootUri, path);
        try
        {
            return Task.FromResult<Stream>(new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelOpsException(
                ExitCode.RemoteFailure, HostDiagnostics.FileFailed.At($"The artifact '{target}' cannot be read: {exception.Message}"), exception);
        }
    }

    private static void Add(List<ContentFile> files, DirectoryInfo root, FileSystemInfo entry)
    {
        var path = Path.GetRelativePath(root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
        if (entry.LinkTarget is not null)
        {
            throw Refuse($"The artifact '{path}' is a link. Expected regular files only.");
        }

        if (entry is FileInfo file)
        {
            if (!SafeRelativePath.TryValidate(path, out var problem))
            {
                throw Refuse($"The artifact path '{path}' {problem}.");
            }

            files.Add(new(path, file.Length));
        }
    }

    private static ModelOpsException Refuse(string message) => new(ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At(message));

    private static string LocalPath(string rootUri) =>
        !IsLocal(rootUri) ? throw Refuse($"The artifact location '{rootUri}' is no absolute path of this machine.")
        : Path.IsPathFullyQualified(rootUri) ? rootUri
        : new Uri(rootUri).LocalPath;

    private static string Resolve(string rootUri, string path)
    {
        if (!SafeRelativePath.TryValidate(path, out var problem))
        {
            throw Refuse($"The artifact path '{path}' {problem}.");
        }

        var place = LocalPath(rootUri);
        foreach (var segment in path.Split('/'))
        {
            place = Path.Combine(place, segment);
            if (new FileInfo(place).LinkTarget is not null)
            {
                throw Refuse($"The artifact path '{path}' goes through a link.");
            }
        }

        return place;
    }
}
