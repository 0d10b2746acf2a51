using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>A catalog whose parts may come from different backends.</summary>
internal sealed class ComposedCatalog(IModelRegistry registry, ITrackingStore tracking, IArtifactStore artifacts, ConnectionPool connections) : ICatalog
{
    public IModelRegistry Registry => registry;

    public ITrackingStore Tracking => tracking;

    public IArtifactStore Artifacts => artifacts;

    public ValueTask DisposeAsync() => connections.DisposeAsync();
}
