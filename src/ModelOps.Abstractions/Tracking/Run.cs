namespace ModelOps.Abstractions.Tracking;

/// <summary>A run of an experiment.</summary>
public sealed record Run
{
    /// <summary>Run ID.</summary>
    public required string Id { get; init; }

    /// <summary>Experiment ID.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>State.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Whether it was deleted, which can be taken back; nothing is logged to it meanwhile.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while under way.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where its artifacts are.</summary>
    public required string ArtifactUri { get; init; }

    /// <summary>Tags by key.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The last value of every metric that was logged, by name; not a number and infinity are possible.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>Parameters by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
