namespace ModelOps.Abstractions.Registry;

/// <summary>
/// What a kind of registry takes and keeps. What it lacks is made up for inside its adapter, and told here where a person should know, or is refused
/// before the first write.
/// </summary>
public sealed record RegistryTraits
{
    /// <summary>How aliases are kept.</summary>
    public AliasStorage Aliases { get; init; } = AliasStorage.Native;

    /// <summary>Whether two spellings of an alias are one, as on Unity Catalog; MLflow tells them apart.</summary>
    public bool IgnoresAliasCase { get; init; }

    /// <summary>Which names of registered models it takes.</summary>
    public NameRule Names { get; init; } = NameRule.Any;

    /// <summary>Which tags of versions it takes; null where versions have none, as on Unity Catalog OSS.</summary>
    public TagRule? VersionTags { get; init; } = TagRule.Mlflow;

    /// <summary>Whether the search for versions knows tags; else they are found by reading versions, newest first.</summary>
    public bool SearchesTags { get; init; } = true;

    /// <summary>Whether a caller can finish a version that is pending; else the registry alone decides when, or whether, it is READY.</summary>
    public bool FinishesVersions { get; init; }

    /// <summary>Whether nothing can be written: every write is refused by name (MOP2301).</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether a registered model can be deleted; else its versions and aliases go and its name stays.</summary>
    public bool DeletesModels { get; init; } = true;
}
