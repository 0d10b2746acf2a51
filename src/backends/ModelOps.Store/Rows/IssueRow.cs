namespace ModelOps.Store.Rows;

/// <summary>A row of <c>issues</c>.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="ExperimentId">Identity of its experiment.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What is wrong.</param>
/// <param name="Status">How far it is.</param>
internal sealed record IssueRow(string Id, long ExperimentId, string Name, string Description, string Status)
{
    public string? Severity { get; init; }

    /// <summary>A list as JSON.</summary>
    public string? RootCauses { get; init; }

    /// <summary>The run that found it.</summary>
    public string? SourceRunId { get; init; }

    /// <summary>A list as JSON.</summary>
    public string? Categories { get; init; }

    public string? CreatedBy { get; init; }
}
