namespace ModelOps.Store.Rows;

/// <summary>A row of <c>trace_info</c>.</summary>
/// <param name="Id">Identity.</param>
/// <param name="ExperimentId">Its experiment: a number; what the schema refuses may be handed over too.</param>
/// <param name="Timestamp">When it began, in epoch milliseconds.</param>
/// <param name="Duration">How long it took, in milliseconds; null while nobody knows.</param>
/// <param name="Status">State, one of MLflow's words.</param>
internal sealed record TraceRow(string Id, object? ExperimentId, long Timestamp, long? Duration, string Status)
{
    /// <summary>The caller's own identity of the request.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Beginning of what was asked.</summary>
    public string? RequestPreview { get; init; }

    /// <summary>Beginning of what was answered.</summary>
    public string? ResponsePreview { get; init; }
}
