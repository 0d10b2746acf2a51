namespace ModelOps.Mlflow.Wire;

/// <summary>Creates a run.</summary>
internal sealed record CreateRunRequest(string ExperimentId, string RunName, long StartTime, IReadOnlyList<WireTag> Tags);
