using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;
using ModelOps.FileStore.Reading;

namespace ModelOps.FileStore;

/// <summary>One directory of runs and models.</summary>
internal sealed class FileStoreConnection : ITrackingConnection, IRegistryConnection
{
    private readonly StoreRoot _store;
    private readonly FileArtifacts _artifacts;

    public FileStoreConnection(StoreRoot store)
    {
        (_store, _artifacts) = (store, new(store));
        Tracking = new FileTracking(store);
    }

    /// <inheritdoc />
    public ITrackingStore Tracking { get; }

    /// <inheritdoc />
    public IArtifactStore Artifacts => _artifacts;

    /// <inheritdoc />
    public bool Keeps(string location) => LocalLocation.IsLocal(location);

    /// <inheritdoc />
    public IModelRegistry OpenRegistry(RegistrySurroundings surroundings)
    {
        var models = new RegisteredModels(_store);
        return new FileRegistry(
            _store.Directory,
            models,
            new ArtifactRouter(LocalLocation.IsLocal, _artifacts, surroundings.Artifacts),
            new ContentPlace(models, surroundings.Tracking.Tracking, new(_store)));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
