using ModelOps.Abstractions.Tracking;

namespace ModelOps.Abstractions.Registry;

/// <summary>A model version to be added.</summary>
public sealed record VersionDraft
{
    /// <summary>Registered model; must exist.</summary>
    public required ModelName Model { get; init; }

    /// <summary>Run under whose artifacts an MLflow registry keeps the files.</summary>
    public required string RunId { get; init; }

    /// <summary>Artifact location of that run.</summary>
    public required string RunArtifactUri { get; init; }

    /// <summary>Description; empty when none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Tags, written in the create request itself.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>One of the tags, which no other live version may have; null when any may. A live version that has it is the answer instead of a new one.</summary>
    public UniqueTag? Unique { get; init; }
}
