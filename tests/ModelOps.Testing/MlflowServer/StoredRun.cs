namespace ModelOps.Testing.MlflowServer;

/// <summary>A run in the server.</summary>
public sealed class StoredRun
{
    public required string Id { get; init; }

    public required string ExperimentId { get; init; }

    public required string Name { get; init; }

    public required long StartTime { get; init; }

    public required string ArtifactUri { get; init; }

    public string Status { get; set; } = "RUNNING";

    public long? EndTime { get; set; }

    public Dictionary<string, string> Tags { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Parameters { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The last value of every metric, as it is on the wire.</summary>
    public Dictionary<string, System.Text.Json.Nodes.JsonNode> Metrics { get; init; } = new(StringComparer.Ordinal);

    internal StoredRun Copy() => new()
    {
        Id = Id,
        ExperimentId = ExperimentId,
        Name = Name,
        StartTime = StartTime,
        ArtifactUri = ArtifactUri,
        Status = Status,
        EndTime = EndTime,
        Tags = new(Tags, StringComparer.Ordinal),
        Parameters = new(Parameters, StringComparer.Ordinal),
        Metrics = new(Metrics, StringComparer.Ordinal),
    };
}
