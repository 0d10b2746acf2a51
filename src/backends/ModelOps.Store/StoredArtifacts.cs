using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.IO;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store;

/// <summary>
/// Artifacts of an embedded catalog. A file that a tracking server filled names them by <c>mlflow-artifacts:/</c>, which stands for the directory
/// beside the file.
/// </summary>
/// <param name="inner">Artifacts in local directories.</param>
/// <param name="rootUri">URI of the directory beside the file.</param>
internal sealed class StoredArtifacts(IArtifactStore inner, string rootUri) : IArtifactStore
{
    private const string Scheme = "mlflow-artifacts:";

    /// <summary>Whether a location is on this machine, or stands for the directory beside the file.</summary>
    public static bool Keeps(string location) => LocalLocation.IsLocal(location) || location.StartsWith(Scheme, StringComparison.Ordinal);

    /// <inheritdoc />
    public Task UploadAsync(string location, string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken) =>
        inner.UploadAsync(ToLocal(location), path, open, length, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ContentFile>> ListAsync(string location, CancellationToken cancellationToken) =>
        inner.ListAsync(ToLocal(location), cancellationToken);

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string location, string path, CancellationToken cancellationToken) =>
        inner.OpenReadAsync(ToLocal(location), path, cancellationToken);

    private string ToLocal(string location)
    {
        if (!location.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return location;
        }

        var path = location[Scheme.Length..].Trim('/');
        if (location.StartsWith(Scheme + "//", StringComparison.Ordinal) || !SafeRelativePath.TryValidate(path, out _))
        {
            throw StoreErrors.UnsafeLocation($"The artifact location '{location}' is refused: expected {Scheme}/ and a plain path below this store's artifacts.");
        }

        return $"{rootUri}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
    }
}
