namespace ModelOps.Mlflow.Wire;

/// <summary>Deletes a version.</summary>
internal sealed record DeleteVersionRequest(string Name, string Version);
