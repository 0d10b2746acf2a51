using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>A connection to the poor server. Runs are kept beside it, by whoever the tracking URI names.</summary>
internal sealed class PoorConnection(PoorClient client) : IRegistryConnection
{
    public IModelRegistry OpenRegistry(RegistrySurroundings surroundings) => new PoorRegistry(client);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
