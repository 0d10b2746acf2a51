namespace ModelOps.Mlflow.Wire;

/// <summary>An alias in a registered model.</summary>
internal sealed record WireAlias(string Alias, int Version);
