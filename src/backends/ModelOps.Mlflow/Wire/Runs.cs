namespace ModelOps.Mlflow.Wire;

/// <summary>The fixed part of a run.</summary>
internal sealed record WireRunInfo(
    string? RunId,
    string? RunUuid,
    string? RunName,
    string? ExperimentId,
    string? Status,
    long StartTime,
    long? EndTime,
    string? ArtifactUri);
