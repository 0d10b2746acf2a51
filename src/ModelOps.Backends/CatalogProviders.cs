using ModelOps.Abstractions.Catalogs;
using ModelOps.Mlflow;
using ModelOps.Store;

namespace ModelOps.Backends;

/// <summary>The one list of backends.</summary>
public static class CatalogProviders
{
    /// <summary>Every backend, in the order in which they are asked whether they serve an address.</summary>
    public static IReadOnlyList<ICatalogProvider> All { get; } = [new EmbeddedCatalogProvider(), new MlflowCatalogProvider()];
}
