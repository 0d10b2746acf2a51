using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Hosting;
using ModelOps.Store;

namespace ModelOps.Core.Tests.Releases;

/// <summary>The real embedded store as a workspace would be: experiments are absolute paths, and no other name is taken.</summary>
internal sealed class PathStore : ICatalogProvider
{
    private readonly EmbeddedCatalogProvider _inner = new();

    public bool Serves(CatalogAddress address) => _inner.Serves(address);

    public async Task<ICatalog> OpenAsync(CatalogAddress address, IEnvironment environment, CancellationToken cancellationToken) =>
        new PathCatalog(await _inner.OpenAsync(address, environment, cancellationToken));
}
