namespace ModelOps.Store.Rows;

/// <summary>A row of <c>spans</c>.</summary>
/// <param name="TraceId">Its trace.</param>
/// <param name="SpanId">Identity in the trace.</param>
/// <param name="ParentId">The span that it is part of; null for a root.</param>
/// <param name="Content">The whole span, as JSON.</param>
internal sealed record SpanRow(string TraceId, string SpanId, string? ParentId, string Content)
{
    /// <summary>Experiment of the trace.</summary>
    public required long ExperimentId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of work it is.</summary>
    public string? Type { get; init; }

    /// <summary>OK, ERROR or UNSET.</summary>
    public required string Status { get; init; }

    /// <summary>When it began, in epoch nanoseconds.</summary>
    public required long Start { get; init; }

    /// <summary>When it ended, in epoch nanoseconds.</summary>
    public required long End { get; init; }

    /// <summary>Attributes that metrics are told apart by, as JSON.</summary>
    public required string Dimensions { get; init; }
}
