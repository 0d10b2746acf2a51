namespace ModelOps.Core.Configuration;

/// <summary>One environment: a catalog, with the levels that names get there.</summary>
public sealed record EnvironmentSection
{
    /// <summary>Tracking URI in MLflow's form.</summary>
    [ConfigKey("Tracking URI in MLflow's form: sqlite:///path.db relative to this file, or http(s)://host.", Example = "sqlite:///.modelops/dev.db")]
    public required string TrackingUri { get; init; }

    /// <summary>Registry URI; null means the tracking URI.</summary>
    [ConfigKey("Registry URI, when it is not the tracking URI.")]
    public string? RegistryUri { get; init; }

    /// <summary>First level of model names; null means none.</summary>
    [ConfigKey("First level of model names.", Example = "staging")]
    public string? Catalog { get; init; }

    /// <summary>Second level of model names; null means none.</summary>
    [ConfigKey("Second level of model names.", Example = "fraud")]
    public string? Schema { get; init; }

    /// <summary>Where integration tests put what they make.</summary>
    [ConfigKey("Where integration tests put what they make.")]
    public EphemeralSection Ephemeral { get; init; } = new();
}
