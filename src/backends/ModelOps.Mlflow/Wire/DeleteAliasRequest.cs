namespace ModelOps.Mlflow.Wire;

/// <summary>Removes an alias.</summary>
internal sealed record DeleteAliasRequest(string Name, string Alias);
