namespace ModelOps.Sandbox.Scorers;

/// <summary>One version of a scorer.</summary>
internal sealed record ScorerAnswer(WireScorer Scorer);
