using ModelOps.Core.Contract;

namespace ModelOps.Core.Configuration;

/// <summary>One environment: a catalog, with the levels that names get there.</summary>
public sealed record EnvironmentSection
{
    [ConfigKey("Tracking URI in MLflow's form: sqlite:///path.db relative to this file, or http(s)://host.", Example = "sqlite:///.modelops/dev.db")]
    public required string TrackingUri { get; init; }

    [ConfigKey("Registry URI, when it is not the tracking URI. It may be of another backend: each store is opened by its scheme.", Example = "https://mlflow.example")]
    public string? RegistryUri { get; init; }

    [ConfigKey(
        "Directory of this machine, relative to this file, below which an MLflow server may keep files in paths. Without it a server that names a path is refused: it could name any.",
        Example = "/srv/mlruns")]
    public string? ArtifactRoot { get; init; }

    [ConfigKey("First level of model names.", Example = "staging")]
    public string? Catalog { get; init; }

    [ConfigKey("Second level of model names.", Example = "fraud")]
    public string? Schema { get; init; }

    [ConfigKey("Where integration tests put what they make.")]
    public EphemeralSection Ephemeral { get; init; } = new();

    [ConfigKey("Where the ledgers of its models are. Changed later, a ledger stays where it was until its experiment is renamed.")]
    public LedgerSection Ledger { get; init; } = new();
}
