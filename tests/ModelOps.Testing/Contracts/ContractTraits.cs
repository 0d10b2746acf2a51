namespace ModelOps.Testing.Contracts;

/// <summary>Where backends may differ, and the suites with them; what is not here is the same on every one.</summary>
public sealed record ContractTraits
{
    /// <summary>Number of levels that a name must have; null when any.</summary>
    public int? NameLevels { get; init; }

    /// <summary>Characters that a name may not have there, beyond those that no name has.</summary>
    public string RefusedNameCharacters { get; init; } = "";

    /// <summary>Characters that the key of a caller's tag may not have.</summary>
    public string RefusedKeyCharacters { get; init; } = "";

    /// <summary>Longest value of a tag of a registered model or of a version.</summary>
    public int LongestTagValue { get; init; } = 5000;

    /// <summary>Whether two spellings of an alias are one.</summary>
    public bool IgnoresAliasCase { get; init; }

    /// <summary>Whether registered models can be deleted.</summary>
    public bool DeletesModels { get; init; } = true;
}
