namespace ModelOps.Mlflow.Wire;

/// <summary>Deletes an experiment.</summary>
internal sealed record DeleteExperimentRequest(string ExperimentId);
