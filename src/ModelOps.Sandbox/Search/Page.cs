namespace ModelOps.Sandbox.Search;

/// <summary>Rows of one page.</summary>
/// <param name="Items">The rows.</param>
/// <param name="NextToken">Where the next page starts; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);
