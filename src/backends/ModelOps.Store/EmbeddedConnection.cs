using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Registry;
using ModelOps.Store.Sqlite;
using ModelOps.Store.Tracking;

namespace ModelOps.Store;

/// <summary>One SQLite file and its artifacts.</summary>
internal sealed class EmbeddedConnection(string file, StoreDatabase database, TimeProvider time) : ITrackingConnection, IRegistryConnection
{
    private readonly string _artifactRootUri = ArtifactRoot.UriOf(file);
    private readonly StoredArtifacts _artifacts = new(new LocalArtifacts(StoreErrors.Artifacts, ArtifactRoot.Of(file)), ArtifactRoot.UriOf(file));

    /// <inheritdoc />
    public ITrackingStore Tracking => new EmbeddedTracking(database, _artifactRootUri, time);

    /// <inheritdoc />
    public IArtifactStore Artifacts => _artifacts;

    private string File => file;

    /// <inheritdoc />
    public bool Keeps(string location) => StoredArtifacts.Keeps(location);

    /// <inheritdoc />
    /// <remarks>Beside runs of another store the files of versions are kept here: whoever has the file has them.</remarks>
    public IModelRegistry OpenRegistry(RegistrySurroundings surroundings) =>
        surroundings.Tracking is EmbeddedConnection other && other.File == File
            ? new EmbeddedRegistry(database, _artifacts, ownPlace: null, time)
            : new EmbeddedRegistry(database, new ArtifactRouter(LocalLocation.IsLocal, _artifacts, surroundings.Artifacts), $"{_artifactRootUri}/models", time);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }
}
