using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Registry;
using ModelOps.Store.Sqlite;
using ModelOps.Store.Tracking;

namespace ModelOps.Store;

/// <summary>One SQLite file and its artifacts.</summary>
internal sealed class EmbeddedCatalog(StoreDatabase database, IArtifactStore artifacts, string artifactRootUri, TimeProvider time) : ICatalog
{
    /// <inheritdoc />
    public IModelRegistry Registry { get; } = new EmbeddedRegistry(database, artifacts, time);

    /// <inheritdoc />
    public ITrackingStore Tracking { get; } = new EmbeddedTracking(database, artifactRootUri, time);

    /// <inheritdoc />
    public IArtifactStore Artifacts => artifacts;

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }
}
