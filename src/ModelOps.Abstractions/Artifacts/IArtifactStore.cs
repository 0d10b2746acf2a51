namespace ModelOps.Abstractions.Artifacts;

/// <summary>Port of the place where runs keep their files. Locations are URIs that the tracking store gave out.</summary>
public interface IArtifactStore
{
    /// <summary>
    /// Writes a file, replacing one of the same path; after a failure the old file or none is there, never a part of the new one.
    /// </summary>
    /// <param name="rootUri">Location that <paramref name="path"/> is relative to.</param>
    /// <param name="path">Relative path with <c>/</c>.</param>
    /// <param name="open">Opens the content from its start; called once for every try.</param>
    /// <param name="length">Bytes of the content.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    Task UploadAsync(
        string rootUri, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken);

    /// <summary>Lists all files below a location, in directories too; none when it does not exist.</summary>
    Task<IReadOnlyList<ContentFile>> ListAsync(string rootUri, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading.</summary>
    Task<Stream> OpenReadAsync(string rootUri, string path, CancellationToken cancellationToken);

    /// <summary>Opens a file that was listed for reading. A store behind a network gives as many bytes as it listed, or fails: a transfer that was cut is no shorter file.</summary>
    Task<Stream> OpenReadAsync(string rootUri, ContentFile file, CancellationToken cancellationToken) => OpenReadAsync(rootUri, file.Path, cancellationToken);
}
