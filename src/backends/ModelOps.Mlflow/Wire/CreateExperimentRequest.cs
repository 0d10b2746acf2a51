namespace ModelOps.Mlflow.Wire;

/// <summary>Creates an experiment.</summary>
internal sealed record CreateExperimentRequest(string Name, IReadOnlyList<WireTag>? Tags);
