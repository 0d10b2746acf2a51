namespace ModelOps.Abstractions.Registry;

/// <summary>Which registered models are looked for; what is null does not matter.</summary>
public sealed record ModelSearch
{
    /// <summary>How the name begins, with case.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>Key of a tag that the model carries, whatever its value.</summary>
    public string? TagKey { get; init; }
}
