namespace ModelOps.Mlflow.Wire;

/// <summary>An error.</summary>
internal sealed record WireError(string? ErrorCode, string? Message);
