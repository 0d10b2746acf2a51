namespace ModelOps.Abstractions.Registry;

/// <summary>What a kind of registry can do.</summary>
public sealed record RegistryCapabilities
{
    /// <summary>Whether it has aliases; the Databricks workspace registry has stages instead.</summary>
    public bool HasAliases { get; init; } = true;

    /// <summary>Whether versions have tags; Unity Catalog OSS has none.</summary>
    public bool HasVersionTags { get; init; } = true;

    /// <summary>Whether two spellings of an alias are one, as on Unity Catalog; MLflow tells them apart.</summary>
    public bool IgnoresAliasCase { get; init; }

    /// <summary>Whether names must have three levels.</summary>
    public bool NeedsThreeLevels { get; init; }
}
