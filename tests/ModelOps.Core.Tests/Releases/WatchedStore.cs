using System.Collections.Concurrent;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>The real embedded store, of which every write is written down.</summary>
internal sealed class WatchedStore : WrappedStore
{
    /// <summary>Names of the writing calls so far, in order.</summary>
    public ConcurrentQueue<string> Writes { get; } = new();

    /// <summary>What the registry says that it takes and keeps; null for what the store does.</summary>
    public RegistryTraits? Traits { get; set; }

    /// <summary>Called with the store itself before a write gets there.</summary>
    public Func<string, ICatalog, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    protected override ICatalog Wrap(ICatalog inner) => new WatchedCatalog(inner, this);
}
