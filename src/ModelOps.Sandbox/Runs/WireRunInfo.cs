namespace ModelOps.Sandbox.Runs;

/// <summary>What a run is, as it is sent.</summary>
internal sealed record WireRunInfo
{
    public required string RunUuid { get; init; }

    public required string ExperimentId { get; init; }

    public string? RunName { get; init; }

    public required string UserId { get; init; }

    public required string Status { get; init; }

    public required long StartTime { get; init; }

    /// <summary>Null while the run has no end.</summary>
    public long? EndTime { get; init; }

    public string? ArtifactUri { get; init; }

    public required string LifecycleStage { get; init; }

    public string RunId => RunUuid;
}
