namespace ModelOps.Sandbox.Spans;

/// <summary>What happened during a span.</summary>
/// <param name="Name">Name.</param>
/// <param name="Time">When, in epoch nanoseconds.</param>
/// <param name="Attributes">Attributes with their values as JSON.</param>
internal sealed record SpanEvent(string Name, long Time, IReadOnlyList<KeyValuePair<string, string>> Attributes);
