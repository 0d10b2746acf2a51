namespace ModelOps.Sandbox.Runs;

/// <summary>What a run is, without what was logged.</summary>
internal sealed record RunInfoAnswer(WireRunInfo RunInfo);
