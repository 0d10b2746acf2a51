using ModelOps.Core.Contract;
using ModelOps.Core.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Registry;

/// <summary>Opens catalogs by URI, with whichever provider serves it.</summary>
/// <param name="providers">Providers, asked in order.</param>
/// <param name="environment">Environment variables, for credentials.</param>
/// <param name="workingDirectory">Where relative paths in a URI start.</param>
public sealed class CatalogConnector(IReadOnlyList<ICatalogProvider> providers, IEnvironment environment, string workingDirectory)
{
    private IReadOnlyList<ICatalogProvider> Providers { get; } = [.. providers, new MlflowCatalogProvider()];

    /// <summary>Opens the catalog of an address.</summary>
    /// <param name="trackingUri">Tracking URI in MLflow's form.</param>
    /// <param name="registryUri">Registry URI; null means the tracking URI.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelOpsException">No provider serves the URI (MOP2001), or the catalog cannot be opened.</exception>
    public Task<ICatalog> OpenAsync(string trackingUri, string? registryUri, CancellationToken cancellationToken)
    {
        var address = new CatalogAddress(trackingUri, registryUri ?? trackingUri, workingDirectory);
        var provider = Providers.FirstOrDefault(candidate => candidate.Serves(address))
            ?? throw new ModelOpsException(ExitCode.BadInput, RegistryDiagnostics.UnsupportedUri.At(
                $"No backend serves '{CatalogUri.Redact(address.RegistryUri)}'. Expected sqlite:///path.db or http(s)://host of an MLflow server."));
        return provider.OpenAsync(address, environment, cancellationToken);
    }
}
