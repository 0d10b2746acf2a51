namespace ModelOps.Sandbox.Search;

/// <summary>One comparison of a filter.</summary>
/// <param name="Entity">What the key belongs to.</param>
/// <param name="Key">The key, without quotes.</param>
/// <param name="Comparator">How it is compared, as it was written.</param>
/// <param name="Value">Text, a number or a list of texts; null after IS NULL and IS NOT NULL.</param>
internal sealed record Condition(EntityKind Entity, string Key, string Comparator, object? Value)
{
    /// <summary>The comparator in upper case.</summary>
    public string Operator { get; } = Comparator.ToUpperInvariant();
}
