namespace ModelOps.Sandbox.Scorers;

/// <summary>Versions of scorers; null where an empty list is not sent.</summary>
internal sealed record ScorerList(IReadOnlyList<WireScorer>? Scorers);
