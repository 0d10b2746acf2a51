namespace ModelOps.Abstractions.Registry;

/// <summary>How a registry keeps aliases.</summary>
public enum AliasStorage
{
    /// <summary>As aliases.</summary>
    Native,

    /// <summary>As tags of the registered model, which other clients do not take for aliases.</summary>
    ModelTags,

    /// <summary>As stages of versions: one version in each.</summary>
    Stages,

    /// <summary>Not at all.</summary>
    None,
}
