namespace ModelOps.Mlflow.Wire;

/// <summary>A run.</summary>
internal sealed record WireRun(WireRunInfo? Info, WireRunData? Data);

/// <summary>The fixed part of a run.</summary>
internal sealed record WireRunInfo(
    string? RunId,
    string? RunUuid,
    string? RunName,
    string? ExperimentId,
    string? Status,
    long StartTime,
    long? EndTime,
    string? ArtifactUri,
    string? LifecycleStage = null);

/// <summary>What was logged to a run, as far as the toolkit reads it.</summary>
internal sealed record WireRunData(IReadOnlyList<WireTag>? Tags, IReadOnlyList<WireMetric>? Metrics = null, IReadOnlyList<WireTag>? Params = null);

/// <summary>A value of a metric of a run; the last one where a run is read.</summary>
internal sealed record WireMetric(string? Key, double Value, long Timestamp = 0, long Step = 0);

/// <summary>Creates a run.</summary>
internal sealed record CreateRunRequest(string ExperimentId, string RunName, long StartTime, IReadOnlyList<WireTag> Tags);

/// <summary>Changes the state of a run.</summary>
internal sealed record UpdateRunRequest(string RunId, string Status, long EndTime);

/// <summary>Writes tags, metrics and parameters of a run, all or none; what is null is left out.</summary>
internal sealed record LogBatchRequest(
    string RunId, IReadOnlyList<WireTag>? Tags = null, IReadOnlyList<WireMetric>? Metrics = null, IReadOnlyList<WireTag>? Params = null);

/// <summary>Asks for a page of runs.</summary>
internal sealed record SearchRunsRequest(
    IReadOnlyList<string> ExperimentIds,
    string? Filter,
    int MaxResults,
    IReadOnlyList<string> OrderBy,
    string? PageToken);

/// <summary>Answer with a run.</summary>
internal sealed record RunAnswer(WireRun? Run);

/// <summary>A page of runs.</summary>
internal sealed record RunsPage(IReadOnlyList<WireRun>? Runs, string? NextPageToken);
