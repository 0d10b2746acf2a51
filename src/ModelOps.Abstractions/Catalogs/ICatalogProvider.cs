using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>Opens catalogs of one kind.</summary>
public interface ICatalogProvider
{
    /// <summary>Whether this provider serves the address.</summary>
    bool Serves(CatalogAddress address);

    /// <summary>Opens a catalog. Credentials come from the environment only.</summary>
    /// <exception cref="ModelOpsException">The catalog cannot be opened.</exception>
    Task<ICatalog> OpenAsync(CatalogAddress address, IEnvironment environment, CancellationToken cancellationToken);
}
