using ModelOps.Sandbox.Spans;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Takes up the fields of a span in either form.</summary>
internal sealed class SpanDraft
{
    private const int TraceDigits = 32;
    private const int SpanDigits = 16;

    public string TraceId { get; set; } = "";

    public string SpanId { get; set; } = "";

    public string ParentId { get; set; } = "";

    public string Name { get; set; } = "";

    public ulong Start { get; set; }

    public ulong End { get; set; }

    /// <summary>Number of the status: 1 is OK, 2 an error.</summary>
    public long Status { get; set; }

    public string StatusMessage { get; set; } = "";

    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    public List<SpanEvent> Events { get; } = [];

    /// <summary>The span.</summary>
    /// <param name="service">Name of the program that made it, as JSON; null where roots do not get it.</param>
    /// <exception cref="OtlpFault">It has no identity, or a time beyond every clock.</exception>
    public SpanData Make(string? service)
    {
        if (TraceId.Length is 0 or > TraceDigits || SpanId.Length is 0 or > SpanDigits || Start > long.MaxValue || End > long.MaxValue)
        {
            throw OtlpFault.NoSpan();
        }

        var traceId = "tr-" + TraceId.PadLeft(TraceDigits, '0');
        var isRoot = ParentId.Length == 0;
        return new(traceId, SpanId.PadLeft(SpanDigits, '0'), isRoot ? null : ParentId.PadLeft(SpanDigits, '0'), Name)
        {
            Start = (long)Start,
            End = (long)End,
            Status = Status switch
            {
                1 => "OK",
                2 => "ERROR",
                _ => "UNSET",
            },
            StatusMessage = StatusMessage,
            Attributes = AllAttributes(traceId, isRoot ? service : null),
            Events = Events,
        };
    }

    // The first key keeps its place, the last value counts.
    private List<KeyValuePair<string, string>> AllAttributes(string traceId, string? service)
    {
        var all = new List<KeyValuePair<string, string>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!Attributes.Exists(pair => pair.Key == SpanKeys.TraceId))
        {
            Add(new(SpanKeys.TraceId, ValueText.Text(traceId)));
        }

        Attributes.ForEach(Add);
        if (service is not null)
        {
            Add(new("service.name", service));
        }

        return all;

        void Add(KeyValuePair<string, string> pair)
        {
            if (places.TryAdd(pair.Key, all.Count))
            {
                all.Add(pair);
            }
            else
            {
                all[places[pair.Key]] = pair;
            }
        }
    }
}
