namespace ModelOps.Abstractions.Catalogs;

/// <summary>Where one store of a catalog is.</summary>
/// <param name="Uri">URI in MLflow's own form; its scheme says which backend serves it.</param>
/// <param name="WorkingDirectory">Where a relative path in the URI starts.</param>
public sealed record BackendAddress(string Uri, string WorkingDirectory)
{
    /// <summary>Environment of modelops.yml that it is for, for messages; empty for none.</summary>
    public string Environment { get; init; } = "";

    /// <summary>Directory of this machine below which a server may keep files, relative to the working directory; null for none.</summary>
    public string? ArtifactRoot { get; init; }
}
