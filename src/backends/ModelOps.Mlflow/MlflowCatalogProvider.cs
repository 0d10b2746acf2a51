using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Mlflow;

/// <summary>Opens MLflow servers by their <c>http:</c> or <c>https:</c> URI, versions 2.x and 3.x.</summary>
public sealed class MlflowCatalogProvider : ICatalogProvider
{
    /// <inheritdoc />
    public bool Serves(CatalogAddress address) => ServerUri.Is(address.TrackingUri) && ServerUri.Is(address.RegistryUri);

    /// <summary>
    /// Opens a server; nothing is sent yet. Credentials, certificates, timeout and retries come from MLflow's own environment variables.
    /// </summary>
    /// <param name="address">Where it is.</param>
    /// <param name="environment">Environment variables.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelOpsException">A URI (MOP2001) or a variable (MOP0002, MOP0004, MOP0005) is not usable.</exception>
    public Task<ICatalog> OpenAsync(CatalogAddress address, IEnvironment environment, CancellationToken cancellationToken) =>
        Task.FromResult<ICatalog>(new MlflowCatalog(
            ServerUri.Parse(address.TrackingUri), ServerUri.Parse(address.RegistryUri), MlflowSettingsReader.Read(environment, _ => { }, _ => { }), TimeProvider.System));
}
