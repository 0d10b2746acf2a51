namespace ModelOps.Sandbox.Search;

/// <summary>One part of an order.</summary>
/// <param name="Entity">What the key belongs to.</param>
/// <param name="Key">The key.</param>
/// <param name="IsAscending">The direction.</param>
internal sealed record Ordering(EntityKind Entity, string Key, bool IsAscending);
