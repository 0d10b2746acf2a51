using System.Collections.Concurrent;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Store;

namespace ModelOps.Core.Tests.Releases;

/// <summary>The real embedded store, of which every write is written down.</summary>
internal sealed class WatchedStore : IBackend
{
    private readonly EmbeddedBackend _inner = new();

    /// <summary>Names of the writing calls so far, in order.</summary>
    public ConcurrentQueue<string> Writes { get; } = new();

    /// <summary>What the registry says that it takes and keeps; null for what the store does.</summary>
    public RegistryTraits? Traits { get; set; }

    /// <summary>Called with the store itself before a write gets there.</summary>
    public Func<string, ICatalog, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public BackendDescriptor Descriptor => _inner.Descriptor;

    public async Task<IBackendConnection> ConnectAsync(BackendAddress address, BackendContext context, CancellationToken cancellationToken)
    {
        var catalog = await new CatalogConnector(new([_inner]), context)
            .OpenAsync(new(address.Uri, address.Uri, address.WorkingDirectory), cancellationToken);
        return new WatchedConnection(catalog, this);
    }

    public string Absolute(string uri, string directory) => _inner.Absolute(uri, directory);
}
