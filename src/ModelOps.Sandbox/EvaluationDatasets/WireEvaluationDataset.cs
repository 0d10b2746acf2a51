namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>An evaluation dataset, as it is sent; tags, schema and profile are text of JSON.</summary>
internal sealed record WireEvaluationDataset
{
    public required string DatasetId { get; init; }

    public required string Name { get; init; }

    public string? Tags { get; init; }

    public string? Schema { get; init; }

    public string? Profile { get; init; }

    public string? Digest { get; init; }

    public long? CreatedTime { get; init; }

    public long? LastUpdateTime { get; init; }

    public string? CreatedBy { get; init; }

    public string? LastUpdatedBy { get; init; }

    /// <summary>Experiments that it belongs to; told where it is made only.</summary>
    public IReadOnlyList<string>? ExperimentIds { get; init; }
}
