using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Tests.Releases;

internal sealed class PathConnection(ICatalog inner) : ITrackingConnection, IRegistryConnection
{
    public ITrackingStore Tracking { get; } = PathTracking.Around(inner.Tracking);

    public IArtifactStore Artifacts => inner.Artifacts;

    public bool Keeps(string location) => true;

    public IModelRegistry OpenRegistry(RegistrySurroundings surroundings) => inner.Registry;

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
