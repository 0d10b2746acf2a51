namespace ModelOps.Sandbox.Scorers;

/// <summary>A version of a scorer, as it is sent.</summary>
internal sealed record WireScorer(
    long ExperimentId, string ScorerName, long ScorerVersion, string SerializedScorer, long CreationTime, string ScorerId);
