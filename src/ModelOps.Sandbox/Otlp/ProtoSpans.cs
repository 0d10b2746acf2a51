using ModelOps.Sandbox.Spans;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Reads spans of the binary form: the message <c>ExportTraceServiceRequest</c>, by the wire format of protocol buffers.</summary>
internal static class ProtoSpans
{
    /// <summary>All spans of a request.</summary>
    /// <exception cref="OtlpFault">The bytes are no such message, or a span has no identity.</exception>
    public static List<SpanData> Read(ReadOnlySpan<byte> message)
    {
        var budget = new ValueBudget();
        var spans = new List<SpanData>();
        var hasResource = false;
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            if (field == 1)
            {
                hasResource = true;
                ReadResource(reader.Bytes(), spans, budget);
            }
            else
            {
                reader.Skip();
            }
        }

        return hasResource ? spans : throw OtlpFault.Bad("Invalid OpenTelemetry format - no spans found");
    }

    private static void ReadResource(ReadOnlySpan<byte> message, List<SpanData> spans, ValueBudget budget)
    {
        budget.Take();
        string? service = null;
        var drafts = new List<SpanDraft>();
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            switch (field)
            {
                case 1:
                    service = ServiceNames.Find(ReadPairs(reader.Bytes(), budget));
                    break;
                case 2:
                    ReadScope(reader.Bytes(), drafts, budget);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        spans.AddRange(drafts.Select(draft => draft.Make(service)));
    }

    private static List<KeyValuePair<string, string>> ReadPairs(ReadOnlySpan<byte> message, ValueBudget budget)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            if (field == 1)
            {
                pairs.Add(ProtoValues.Pair(reader.Bytes(), budget));
            }
            else
            {
                reader.Skip();
            }
        }

        return pairs;
    }

    private static void ReadScope(ReadOnlySpan<byte> message, List<SpanDraft> drafts, ValueBudget budget)
    {
        budget.Take();
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            if (field == 2)
            {
                drafts.Add(ProtoSpan.Read(reader.Bytes(), budget));
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
