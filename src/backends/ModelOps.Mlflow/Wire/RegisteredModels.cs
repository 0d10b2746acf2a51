namespace ModelOps.Mlflow.Wire;

/// <summary>Creates a registered model.</summary>
internal sealed record CreateModelRequest(string Name, string? Description, IReadOnlyList<WireTag>? Tags);
