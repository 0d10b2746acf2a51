using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store;

namespace ModelOps.Testing;

/// <summary>The real embedded store as a backend, its catalogs seen through something.</summary>
public abstract class WrappedStore : IBackend
{
    private readonly EmbeddedBackend _inner = new();

    public BackendDescriptor Descriptor => _inner.Descriptor;

    public async Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken) =>
        new Connection(Wrap(await new CatalogConnector(new([_inner]), context)
            .OpenAsync(new(address.Uri, address.Uri, address.WorkingDirectory), cancellationToken)));

    public string Absolute(string uri, string directory) => _inner.Absolute(uri, directory);

    protected abstract ICatalog Wrap(ICatalog inner);

    private sealed class Connection(ICatalog catalog) : ITrackingConnection, IRegistryConnection
    {
        public ITrackingStore Tracking => catalog.Tracking;

        public IArtifactStore Artifacts => catalog.Artifacts;

        public bool Keeps(string location) => true;

        public IModelRegistry OpenRegistry(RegistrySurroundings surroundings) => catalog.Registry;

        public ValueTask DisposeAsync() => catalog.DisposeAsync();
    }
}
