namespace ModelOps.Mlflow.Wire;

/// <summary>A tag.</summary>
internal sealed record WireTag(string Key, string? Value);
