namespace ModelOps.Sandbox.Spans;

/// <summary>A span as it arrived.</summary>
/// <param name="TraceId">Identity of the trace: <c>tr-</c> and 32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
/// <param name="ParentId">The span that it is part of; null for a root.</param>
/// <param name="Name">Name.</param>
internal sealed record SpanData(string TraceId, string SpanId, string? ParentId, string Name)
{
    /// <summary>When it began, in epoch nanoseconds.</summary>
    public required long Start { get; init; }

    /// <summary>When it ended, in epoch nanoseconds; 0 while it has not.</summary>
    public required long End { get; init; }

    /// <summary>OK, ERROR or UNSET.</summary>
    public required string Status { get; init; }

    /// <summary>What went wrong.</summary>
    public string StatusMessage { get; init; } = "";

    /// <summary>Attributes with their values as JSON.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; }

    /// <summary>What happened meanwhile.</summary>
    public IReadOnlyList<SpanEvent> Events { get; init; } = [];

    /// <summary>The value of an attribute, as JSON; null when there is none.</summary>
    public string? Attribute(string key) => Attributes.LastOrDefault(pair => pair.Key == key).Value;
}
