using ModelOps.Core.Artifacts;
using ModelOps.Core.IO;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Artifacts;

/// <summary>Artifacts in directories. Writes below its own root only; reads local directories that other MLflow clients wrote, too.</summary>
/// <param name="root">Directory of the store's artifacts, absolute and free of links; made with the first file.</param>
internal sealed class DirectoryArtifactStore(string root) : IArtifactStore
{
    private const int BufferSize = 1 << 17;

    // Files under way: on the same file system, and never to be seen in a listing.
    private readonly string _partial = Path.Combine(root, ".partial");

    /// <summary>Location below which experiments get theirs.</summary>
    public string RootUri { get; } = LocalLocation.ToUri(root);

    /// <inheritdoc />
    public async Task UploadAsync(
        string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var target = Locate(rootUri, path);
        RequireOwn(rootUri, target);
        Directory.CreateDirectory(_partial);
        var partial = Path.Combine(_partial, Guid.NewGuid().ToString("N"));
        try
        {
            await WriteAsync(partial, path, open, length, cancellationToken).ConfigureAwait(false);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            RequireOwn(rootUri, target);
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Refused($"The artifact '{path}' cannot be written to '{target}': {error.Message}");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken)
    {
        var directory = LocalLocation.ToPath(rootUri);
        try
        {
            return Task.FromResult(ArtifactListing.Read(directory, cancellationToken));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Refused($"The artifacts in '{rootUri}' cannot be listed: {error.Message}");
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = Locate(rootUri, path);
        RefuseLink(rootUri, LocalLocation.ToPath(rootUri), file);
        try
        {
            const FileOptions Options = FileOptions.Asynchronous | FileOptions.SequentialScan;
            return Task.FromResult<Stream>(new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, Options));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Refused($"The artifact '{path}' of '{rootUri}' cannot be read: {error.Message}");
        }
    }

    private static string Locate(string rootUri, string path)
    {
        if (!SafeRelativePath.TryValidate(path, out var problem))
        {
            throw StoreErrors.UnsafeLocation($"The artifact path '{path}' is refused: it {problem}.");
        }

        return Path.Combine(LocalLocation.ToPath(rootUri), path.Replace('/', Path.DirectorySeparatorChar));
    }

    private static async Task WriteAsync(
        string file, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var source = await open(cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
            await using (target.ConfigureAwait(false))
            {
                await source.CopyToAsync(target, BufferSize, cancellationToken).ConfigureAwait(false);
                if (target.Position != length)
                {
                    throw StoreErrors.Refused($"The artifact '{path}' changed while it was read: expected {length} bytes, found {target.Position}.");
                }

                // The version that names the file must not outlive it in a power failure.
                target.Flush(flushToDisk: true);
            }
        }
    }

    private static void RefuseLink(string rootUri, string from, string path)
    {
        if (LinkFreePath.FindLink(from, path) is { } link)
        {
            throw StoreErrors.UnsafeLocation($"'{link}' in '{rootUri}' is a link; links are not followed.");
        }
    }

    private void RequireOwn(string rootUri, string path)
    {
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw StoreErrors.UnsafeLocation(
                $"The artifact location '{rootUri}' is not written: it is outside of '{root}', the artifacts of this store. Was the store moved?");
        }

        RefuseLink(rootUri, Path.GetDirectoryName(root)!, path);
    }
}
