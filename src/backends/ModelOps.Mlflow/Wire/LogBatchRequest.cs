namespace ModelOps.Mlflow.Wire;

/// <summary>Writes tags of a run, all or none.</summary>
internal sealed record LogBatchRequest(string RunId, IReadOnlyList<WireTag> Tags);
