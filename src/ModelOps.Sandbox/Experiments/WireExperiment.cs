using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Experiments;

/// <summary>An experiment as it is sent.</summary>
internal sealed record WireExperiment
{
    public required string ExperimentId { get; init; }

    public required string Name { get; init; }

    public string? ArtifactLocation { get; init; }

    public required string LifecycleStage { get; init; }

    public long? LastUpdateTime { get; init; }

    public long? CreationTime { get; init; }

    /// <summary>Null when there are none.</summary>
    public IReadOnlyList<WireTag>? Tags { get; init; }
}
