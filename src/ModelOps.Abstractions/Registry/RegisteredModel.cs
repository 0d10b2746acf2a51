namespace ModelOps.Abstractions.Registry;

/// <summary>A registered model.</summary>
/// <param name="Name">Name.</param>
/// <param name="Aliases">Version by alias; names in lower case.</param>
public sealed record RegisteredModel(ModelName Name, IReadOnlyDictionary<string, int> Aliases)
{
    /// <summary>Tags by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
