using ModelOps.Core.Hosting;

namespace ModelOps.Core.Registry;

/// <summary>Opens MLflow tracking servers by their http or https URI.</summary>
public sealed class MlflowCatalogProvider : ICatalogProvider
{
    /// <inheritdoc />
    public bool Serves(CatalogAddress address) => false;

    /// <inheritdoc />
    public Task<ICatalog> OpenAsync(CatalogAddress address, IEnvironment environment, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
