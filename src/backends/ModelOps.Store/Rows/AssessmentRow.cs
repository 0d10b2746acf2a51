namespace ModelOps.Store.Rows;

/// <summary>A row of <c>assessments</c>.</summary>
/// <param name="Id">Identity.</param>
/// <param name="TraceId">The trace that is judged.</param>
/// <param name="Name">Name.</param>
/// <param name="Type">Feedback, expectation or issue.</param>
/// <param name="Value">What was found, as JSON.</param>
internal sealed record AssessmentRow(string Id, string TraceId, string Name, string Type, string Value)
{
    /// <summary>What went wrong, as JSON; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>When it was made, in epoch milliseconds.</summary>
    public required long Created { get; init; }

    /// <summary>When it was changed, in epoch milliseconds.</summary>
    public required long Updated { get; init; }

    /// <summary>What made it.</summary>
    public required string SourceType { get; init; }

    /// <summary>Who made it.</summary>
    public string? SourceId { get; init; }

    /// <summary>The run that made it.</summary>
    public string? RunId { get; init; }

    /// <summary>The span that is judged; null for the whole trace.</summary>
    public string? SpanId { get; init; }

    /// <summary>Why it is so.</summary>
    public string? Rationale { get; init; }

    /// <summary>The assessment whose place it takes.</summary>
    public string? Overrides { get; init; }

    /// <summary>Whether no other has taken its place.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>Texts by keys, as JSON.</summary>
    public string? Metadata { get; init; }
}
