namespace ModelOps.Mlflow.Wire;

/// <summary>A model version. The number is text on MLflow, a number elsewhere.</summary>
internal sealed record WireVersion(
    string? Name,
    int Version,
    string? Status,
    string? StatusMessage,
    string? Description,
    string? Source,
    string? RunId,
    long CreationTimestamp,
    IReadOnlyList<WireTag>? Tags);
