namespace ModelOps.Mlflow.Wire;

/// <summary>An experiment.</summary>
internal sealed record WireExperiment(string? ExperimentId, string? Name, string? LifecycleStage, IReadOnlyList<WireTag>? Tags);
