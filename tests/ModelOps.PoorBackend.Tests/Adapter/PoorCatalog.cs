using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>The poor registry with the tracking store and the artifacts of another backend: it has none of its own.</summary>
internal sealed class PoorCatalog(PoorClient client, ICatalog beside) : ICatalog
{
    public IModelRegistry Registry { get; } = new PoorRegistry(client);

    public ITrackingStore Tracking => beside.Tracking;

    public IArtifactStore Artifacts => beside.Artifacts;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await beside.DisposeAsync();
    }
}
