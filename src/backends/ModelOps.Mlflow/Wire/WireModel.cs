namespace ModelOps.Mlflow.Wire;

/// <summary>A registered model.</summary>
internal sealed record WireModel(string? Name, IReadOnlyList<WireAlias>? Aliases, IReadOnlyList<WireTag>? Tags);
