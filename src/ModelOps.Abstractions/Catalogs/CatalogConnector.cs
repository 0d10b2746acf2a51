using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>Opens catalogs by URI, with whichever provider serves it.</summary>
/// <param name="providers">The providers, in the order in which they are asked.</param>
/// <param name="environment">Environment variables, for credentials.</param>
internal sealed class CatalogConnector(IReadOnlyList<ICatalogProvider> providers, IEnvironment environment)
{
    /// <summary>Opens the catalog of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelOpsException">No provider serves the URI (MOP2001), or the catalog cannot be opened.</exception>
    public Task<ICatalog> OpenAsync(CatalogAddress address, CancellationToken cancellationToken)
    {
        var provider = providers.FirstOrDefault(candidate => candidate.Serves(address))
            ?? throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.UnsupportedUri.At(
                $"No backend serves '{CatalogUri.Redact(address.RegistryUri)}'. Expected sqlite:///path.db or http(s)://host of an MLflow server."));
        return provider.OpenAsync(address, environment, cancellationToken);
    }
}
