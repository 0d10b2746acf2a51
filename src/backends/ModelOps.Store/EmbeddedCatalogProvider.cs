using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store;

/// <summary>
/// Opens embedded catalogs: <c>sqlite:///relative.db</c> and <c>sqlite:////absolute.db</c>. The file has MLflow's own schema, so that MLflow opens
/// it as its own; artifacts are in a directory beside it, <c>&lt;file&gt;.artifacts</c>. A file that does not exist
/// is created by the first write.
/// </summary>
public sealed class EmbeddedCatalogProvider : ICatalogProvider
{
    private const string Scheme = "sqlite:";

    private readonly TimeProvider _time;

    /// <summary>Makes a provider that takes times from the system's clock.</summary>
    public EmbeddedCatalogProvider()
        : this(TimeProvider.System)
    {
    }

    internal EmbeddedCatalogProvider(TimeProvider time) => _time = time;

    /// <inheritdoc />
    public bool Serves(CatalogAddress address) => IsSqlite(address.RegistryUri) || IsSqlite(address.TrackingUri);

    /// <inheritdoc />
    /// <exception cref="ModelOpsException">
    /// The URI has another form, or tracking and registry differ (MOP2001); the file is no store of a supported schema (MOP2011).
    /// </exception>
    public async Task<ICatalog> OpenAsync(CatalogAddress address, IEnvironment environment, CancellationToken cancellationToken)
    {
        if (!string.Equals(address.TrackingUri, address.RegistryUri, StringComparison.Ordinal))
        {
            throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.UnsupportedUri.At(
                "An embedded catalog is tracking store and registry in one; expected the same URI for both, found "
                + $"'{CatalogUri.Redact(address.TrackingUri)}' and '{CatalogUri.Redact(address.RegistryUri)}'."));
        }

        var file = StorePath.Resolve(address);
        SqliteLibrary.EnsureLoaded();
        var artifactRoot = file + ".artifacts";
        var artifactRootUri = LocalLocation.ToUri(artifactRoot);
        var database = new StoreDatabase(file, new StoreSchema(artifactRootUri, _time));
        try
        {
            await database.PrepareIfThereAsync(cancellationToken).ConfigureAwait(false);
            return new EmbeddedCatalog(
                database, new StoredArtifacts(new LocalArtifacts(StoreErrors.Artifacts, artifactRoot), artifactRootUri), artifactRootUri, _time);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static bool IsSqlite(string uri) => uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
}
