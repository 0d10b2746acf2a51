namespace ModelOps.Abstractions.Catalogs;

/// <summary>Where a catalog is, in MLflow's own URIs.</summary>
/// <param name="TrackingUri">Tracking store.</param>
/// <param name="RegistryUri">Registry; the same as the tracking URI unless a registry of its own is used.</param>
/// <param name="WorkingDirectory">Where relative paths in a URI start.</param>
public sealed record CatalogAddress(string TrackingUri, string RegistryUri, string WorkingDirectory)
{
    /// <summary>Environment of modelops.yml that it is for, for messages; empty for none.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Directory of this machine below which a server may keep files, relative to the working directory; null for none.</summary>
    public string? ArtifactRoot { get; init; }
}
