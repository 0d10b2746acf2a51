namespace ModelOps.Mlflow.Wire;

/// <summary>Writes a tag of a registered model.</summary>
internal sealed record SetModelTagRequest(string Name, string Key, string Value);
