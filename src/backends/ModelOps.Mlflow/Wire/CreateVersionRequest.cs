namespace ModelOps.Mlflow.Wire;

/// <summary>Creates a model version.</summary>
internal sealed record CreateVersionRequest(string Name, string Source, string RunId, string? Description, IReadOnlyList<WireTag> Tags);
