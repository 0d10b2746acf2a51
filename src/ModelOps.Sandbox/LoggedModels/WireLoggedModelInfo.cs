using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>What a logged model is, as it is sent.</summary>
internal sealed record WireLoggedModelInfo
{
    public required string ModelId { get; init; }

    public required string ExperimentId { get; init; }

    public required string Name { get; init; }

    public required long CreationTimestampMs { get; init; }

    public required long LastUpdatedTimestampMs { get; init; }

    public required string ArtifactUri { get; init; }

    public required string Status { get; init; }

    public string? ModelType { get; init; }

    public string? SourceRunId { get; init; }

    public string? StatusMessage { get; init; }

    /// <summary>Null when there are none.</summary>
    public IReadOnlyList<WireTag>? Tags { get; init; }
}
