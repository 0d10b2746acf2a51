using ModelOps.Core.Hosting;
using ModelOps.Core.Registry;

namespace ModelOps.Store;

/// <summary>Opens embedded catalogs by their sqlite URI.</summary>
public sealed class EmbeddedCatalogProvider : ICatalogProvider
{
    /// <inheritdoc />
    public bool Serves(CatalogAddress address) => false;

    /// <inheritdoc />
    public Task<ICatalog> OpenAsync(CatalogAddress address, IEnvironment environment, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
