using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Tests.Releases;

internal sealed class WatchedCatalog(ICatalog inner, WatchedStore store) : ICatalog
{
    public IModelRegistry Registry { get; } = WatchedPort<IModelRegistry>.Around(inner.Registry, inner, store);

    public ITrackingStore Tracking { get; } = WatchedPort<ITrackingStore>.Around(inner.Tracking, inner, store);

    public IArtifactStore Artifacts { get; } = WatchedPort<IArtifactStore>.Around(inner.Artifacts, inner, store);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
