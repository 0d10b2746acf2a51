using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;

namespace ModelOps.Abstractions.Artifacts;

/// <summary>
/// Artifacts in directories of this machine: <c>file:</c> URIs and absolute paths. Links are never followed below a location.
/// </summary>
/// <param name="failures">How failures are told.</param>
/// <param name="ownRoot">
/// Directory outside of which nothing is written, absolute and free of links, made with the first file; null where the tracking server says
/// where to write.
/// </param>
internal sealed class LocalArtifacts(ArtifactFailures failures, string? ownRoot = null) : IArtifactStore
{
    private const int BufferSize = 1 << 17;

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The path is not safe (MOP2009), or the file cannot be written.</exception>
    public async Task UploadAsync(
        string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = Locate(rootUri, path);
        RequireWritable(rootUri, target);
        var partial = PartialFor(rootUri);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(partial)!);
            await WriteAsync(partial, path, open, length, cancellationToken);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            RequireWritable(rootUri, target);
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw failures.Refused($"The artifact '{path}' cannot be written to '{target}': {error.Message}", error);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">A link, a pipe or an unsafe name is there (MOP2009), or the system refuses.</exception>
    public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var directory = LocalLocation.ToPath(rootUri, failures);
        try
        {
            return Task.FromResult(ArtifactListing.Read(directory, failures, cancellationToken));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw failures.Refused($"The artifacts in '{rootUri}' cannot be listed: {error.Message}", error);
        }
    }

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">The path is not safe (MOP2009), or the file cannot be read.</exception>
    public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = Locate(rootUri, path);
        RefuseLink(rootUri, LocalLocation.ToPath(rootUri, failures), file);
        if (new FileInfo(file) is { Exists: true } found && SpecialFile.Describe(file, found.Length) is { } kind)
        {
            throw failures.UnsafeLocation($"The artifact '{path}' of '{rootUri}' is {kind}; expected a regular file.");
        }

        try
        {
            const FileOptions Options = FileOptions.Asynchronous | FileOptions.SequentialScan;
            return Task.FromResult<Stream>(new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, Options));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw failures.Refused($"The artifact '{path}' of '{rootUri}' cannot be read: {error.Message}", error);
        }
    }

    private string Locate(string rootUri, string path)
    {
        if (!SafeRelativePath.TryValidate(path, out var problem))
        {
            throw failures.UnsafeLocation($"The artifact path '{path}' is refused: it {problem}.");
        }

        return Path.Combine(LocalLocation.ToPath(rootUri, failures), path.Replace('/', Path.DirectorySeparatorChar));
    }

    // On the same file system as the target, and never in a listing of the location, even when a killed run leaves it behind.
    private string PartialFor(string rootUri)
    {
        var name = Guid.NewGuid().ToString("N");
        var location = LocalLocation.ToPath(rootUri, failures);
        return ownRoot is null
            ? Path.Combine(Path.GetDirectoryName(location) ?? location, $".{name}.partial")
            : Path.Combine(ownRoot, ".partial", name);
    }

    private async Task WriteAsync(
        string file, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        await using var source = await open(cancellationToken);
        await using var target = new FileStream(
            file, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        await source.CopyToAsync(target, BufferSize, cancellationToken);
        if (target.Position != length)
        {
            throw failures.Refused($"The artifact '{path}' changed while it was read: expected {length} bytes, found {target.Position}.");
        }

        // The version that names the file must not outlive it in a power failure.
        target.Flush(flushToDisk: true);
    }

    private void RefuseLink(string rootUri, string from, string path)
    {
        if (LinkFreePath.FindLink(from, path) is { } link)
        {
            throw failures.UnsafeLocation($"'{link}' in '{rootUri}' is a link; links are not followed.");
        }
    }

    private void RequireWritable(string rootUri, string path)
    {
        if (ownRoot is null)
        {
            RefuseLink(rootUri, LocalLocation.ToPath(rootUri, failures), path);
            return;
        }

        if (!path.StartsWith(ownRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw failures.UnsafeLocation(
                $"The artifact location '{rootUri}' is not written: it is outside of '{ownRoot}', the artifacts of this store. Was the store moved?");
        }

        RefuseLink(rootUri, Path.GetDirectoryName(ownRoot)!, path);
    }
}
