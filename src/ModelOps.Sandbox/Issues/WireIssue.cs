namespace ModelOps.Sandbox.Issues;

/// <summary>An issue, as it is sent.</summary>
internal sealed record WireIssue
{
    public required string IssueId { get; init; }

    public required string ExperimentId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Status { get; init; }

    public string? Severity { get; init; }

    public IReadOnlyList<string>? RootCauses { get; init; }

    public string? SourceRunId { get; init; }

    public required long CreatedTimestamp { get; init; }

    public required long LastUpdatedTimestamp { get; init; }

    public string? CreatedBy { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Traces that have the issue; null where nobody asked.</summary>
    public long? TraceCount { get; init; }
}
