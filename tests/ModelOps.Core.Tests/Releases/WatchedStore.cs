using System.Collections.Concurrent;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Registry;
using ModelOps.Store;

namespace ModelOps.Core.Tests.Releases;

/// <summary>The real embedded store, of which every write is written down.</summary>
internal sealed class WatchedStore : ICatalogProvider
{
    private readonly EmbeddedCatalogProvider _inner = new();

    /// <summary>Names of the writing calls so far, in order.</summary>
    public ConcurrentQueue<string> Writes { get; } = new();

    /// <summary>What the registry says that it can do; null for what the store can.</summary>
    public RegistryCapabilities? Capabilities { get; set; }

    /// <summary>Called with the store itself before a write gets there.</summary>
    public Func<string, ICatalog, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public bool Serves(CatalogAddress address) => _inner.Serves(address);

    public async Task<ICatalog> OpenAsync(CatalogAddress address, IEnvironment environment, CancellationToken cancellationToken) =>
        new WatchedCatalog(await _inner.OpenAsync(address, environment, cancellationToken), this);
}
