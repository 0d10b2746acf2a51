namespace ModelOps.Sandbox.Scorers;

/// <summary>A version that was registered, as it is sent.</summary>
internal sealed record RegisteredScorer(
    long Version, string ScorerId, string ExperimentId, string Name, string SerializedScorer, long CreationTime);
