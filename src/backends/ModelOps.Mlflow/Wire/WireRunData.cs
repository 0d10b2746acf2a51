namespace ModelOps.Mlflow.Wire;

/// <summary>What was logged to a run, as far as the toolkit reads it.</summary>
internal sealed record WireRunData(IReadOnlyList<WireTag>? Tags, IReadOnlyList<WireMetric>? Metrics = null);
