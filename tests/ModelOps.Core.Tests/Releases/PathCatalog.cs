using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Tests.Releases;

internal sealed class PathCatalog(ICatalog inner) : ICatalog
{
    public IModelRegistry Registry => inner.Registry;

    public ITrackingStore Tracking { get; } = PathTracking.Around(inner.Tracking);

    public IArtifactStore Artifacts => inner.Artifacts;

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
