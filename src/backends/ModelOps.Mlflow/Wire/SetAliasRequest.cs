namespace ModelOps.Mlflow.Wire;

/// <summary>Creates or moves an alias.</summary>
internal sealed record SetAliasRequest(string Name, string Alias, string Version);
