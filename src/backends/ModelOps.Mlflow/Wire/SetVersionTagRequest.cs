namespace ModelOps.Mlflow.Wire;

/// <summary>Writes a tag of a version.</summary>
internal sealed record SetVersionTagRequest(string Name, string Version, string Key, string Value);
