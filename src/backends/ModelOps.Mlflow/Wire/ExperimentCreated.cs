namespace ModelOps.Mlflow.Wire;

/// <summary>Answer to the creation of an experiment.</summary>
internal sealed record ExperimentCreated(string? ExperimentId);
