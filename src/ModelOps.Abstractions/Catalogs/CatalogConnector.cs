using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Catalogs;

/// <summary>
/// Composes catalogs: the scheme of the tracking URI says who keeps the runs, that of the registry URI who keeps the models, and that of a location
/// who keeps the files there. One connection serves as all of it where one address does.
/// </summary>
/// <param name="backends">The backends that there are.</param>
/// <param name="context">What they may use of the world.</param>
public sealed class CatalogConnector(BackendList backends, BackendContext context)
{
    /// <summary>The backends that there are.</summary>
    public BackendList Backends { get; } = backends;

    /// <summary>Opens the catalog of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelOpsException">A URI that no backend serves, or not as what it is given for (MOP2001); or one cannot be connected to.</exception>
    public async Task<ICatalog> OpenAsync(CatalogAddress address, CancellationToken cancellationToken)
    {
        Backends.Require(address);
        var connections = new ConnectionPool(Backends, context, address);
        try
        {
            var keepsRuns = await connections.OpenAsync(address.TrackingUri, cancellationToken);
            var keepsModels = await connections.OpenAsync(address.RegistryUri, cancellationToken);
            return Compose(address, keepsRuns, keepsModels, connections);
        }
        catch
        {
            await connections.DisposeAsync();
            throw;
        }
    }

    private ComposedCatalog Compose(CatalogAddress address, IBackendConnection keepsRuns, IBackendConnection keepsModels, ConnectionPool connections)
    {
        var problems = new List<Diagnostic>();
        if (keepsRuns is not ITrackingConnection)
        {
            problems.Add(Refuse(address.TrackingUri, "keeps no runs. Expected a tracking URI of another backend beside it"));
        }

        if (keepsModels is not IRegistryConnection)
        {
            problems.Add(Refuse(address.RegistryUri, "keeps no registered models. Expected a registry URI of another backend beside it"));
        }

        if (problems.Count > 0)
        {
            throw new ModelOpsException(ExitCode.BadInput, problems);
        }

        var tracking = (ITrackingConnection)keepsRuns;
        var artifacts = new ArtifactRouter(tracking.Keeps, tracking.Artifacts, new SchemeArtifacts(connections, tracking.Artifacts));
        return new(((IRegistryConnection)keepsModels).OpenRegistry(new(tracking, artifacts)), tracking.Tracking, artifacts, connections);
    }

    private Diagnostic Refuse(string uri, string what) => RegistryDiagnostics.UnsupportedUri.At(
        $"'{CatalogUri.Redact(uri)}' ({Backends.Find(uri)?.Descriptor.Name}) {what}.");
}
