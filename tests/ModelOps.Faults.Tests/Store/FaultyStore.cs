using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Testing;

namespace ModelOps.Faults.Tests.Store;

/// <summary>The real embedded store, the calls of whose ports may go wrong.</summary>
internal sealed class FaultyStore(FaultyCalls calls) : WrappedStore
{
    protected override ICatalog Wrap(ICatalog inner) => new Catalog(inner, calls);

    private sealed class Catalog(ICatalog inner, FaultyCalls calls) : ICatalog
    {
        public IModelRegistry Registry { get; } = FaultyPort<IModelRegistry>.Around(inner.Registry, calls);

        public ITrackingStore Tracking { get; } = FaultyPort<ITrackingStore>.Around(inner.Tracking, calls);

        public IArtifactStore Artifacts { get; } = FaultyPort<IArtifactStore>.Around(inner.Artifacts, calls);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
