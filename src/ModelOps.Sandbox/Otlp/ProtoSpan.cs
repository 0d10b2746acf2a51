using ModelOps.Sandbox.Spans;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Reads one span of the binary form.</summary>
internal static class ProtoSpan
{
    /// <summary>Reads a span.</summary>
    public static SpanDraft Read(ReadOnlySpan<byte> message, ValueBudget budget)
    {
        budget.Take();
        var span = new SpanDraft();
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            switch (field)
            {
                case 1:
                    span.TraceId = Convert.ToHexStringLower(reader.Bytes());
                    break;
                case 2:
                    span.SpanId = Convert.ToHexStringLower(reader.Bytes());
                    break;
                case 4:
                    span.ParentId = Convert.ToHexStringLower(reader.Bytes());
                    break;
                case 5:
                    span.Name = reader.Text();
                    break;
                case 7:
                    span.Start = reader.Fixed();
                    break;
                case 8:
                    span.End = reader.Fixed();
                    break;
                case 9:
                    span.Attributes.Add(ProtoValues.Pair(reader.Bytes(), budget));
                    break;
                case 11:
                    span.Events.Add(ReadEvent(reader.Bytes(), budget));
                    break;
                case 15:
                    ReadStatus(reader.Bytes(), span);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return span;
    }

    private static SpanEvent ReadEvent(ReadOnlySpan<byte> message, ValueBudget budget)
    {
        budget.Take();
        var (name, time) = ("", 0UL);
        var attributes = new List<KeyValuePair<string, string>>();
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            switch (field)
            {
                case 1:
                    time = reader.Fixed();
                    break;
                case 2:
                    name = reader.Text();
                    break;
                case 3:
                    attributes.Add(ProtoValues.Pair(reader.Bytes(), budget));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new(name, time <= long.MaxValue ? (long)time : throw OtlpFault.NoSpan(), attributes);
    }

    private static void ReadStatus(ReadOnlySpan<byte> message, SpanDraft span)
    {
        var reader = new ProtoReader(message);
        while (reader.TryNext(out var field))
        {
            switch (field)
            {
                case 2:
                    span.StatusMessage = reader.Text();
                    break;
                case 3:
                    span.Status = (long)reader.Number();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }
}
