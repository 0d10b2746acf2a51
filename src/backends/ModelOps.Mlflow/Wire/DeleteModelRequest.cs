namespace ModelOps.Mlflow.Wire;

/// <summary>Deletes a registered model.</summary>
internal sealed record DeleteModelRequest(string Name);
