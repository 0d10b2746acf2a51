namespace ModelOps.Abstractions.Registry;

/// <summary>A registered model.</summary>
/// <param name="Name">Name.</param>
/// <param name="Aliases">Version by alias, as it is spelled there.</param>
public sealed record RegisteredModel(ModelName Name, IReadOnlyDictionary<string, int> Aliases)
{
    /// <summary>Version of an alias for a reader: the exact spelling, else another one, so that a role is found however it is spelled.</summary>
    internal int? FindAlias(AliasName alias) => Aliases.TryGetValue(alias.Value, out var exact) ? exact
        : Aliases.Where(pair => alias.IsSpelledAs(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (int?)pair.Value).FirstOrDefault();

    /// <summary>Tags by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
