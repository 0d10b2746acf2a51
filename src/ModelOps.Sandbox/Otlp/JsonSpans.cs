using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Spans;

namespace ModelOps.Sandbox.Otlp;

/// <summary>Reads spans of the JSON form, in which identities are hexadecimal digits.</summary>
internal static class JsonSpans
{
    /// <summary>All spans of a request.</summary>
    /// <exception cref="OtlpFault">The text is no such message, or a span has no identity.</exception>
    public static List<SpanData> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = MessageBody.Parse(json);
            var resources = JsonFields.List(document.RootElement, "resourceSpans", "resource_spans").ToList();
            return resources.Count > 0
                ? [.. resources.SelectMany(ReadResource)]
                : throw OtlpFault.Bad("Invalid OpenTelemetry format - no spans found");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            throw OtlpFault.Unreadable();
        }
    }

    private static IEnumerable<SpanData> ReadResource(JsonElement message)
    {
        var service = JsonFields.Find(message, "resource") is { } resource ? ServiceNames.Find(JsonFields.Pairs(resource)) : null;
        return JsonFields.List(message, "scopeSpans", "scope_spans")
            .SelectMany(scope => JsonFields.List(scope, "spans"))
            .Select(span => ReadSpan(span).Make(service));
    }

    private static SpanDraft ReadSpan(JsonElement message)
    {
        var span = new SpanDraft
        {
            TraceId = JsonFields.Digits(message, "traceId", "trace_id"),
            SpanId = JsonFields.Digits(message, "spanId", "span_id"),
            ParentId = JsonFields.Digits(message, "parentSpanId", "parent_span_id"),
            Name = JsonFields.Text(message, "name"),
            Start = JsonFields.Time(message, "startTimeUnixNano", "start_time_unix_nano"),
            End = JsonFields.Time(message, "endTimeUnixNano", "end_time_unix_nano"),
        };
        if (JsonFields.Find(message, "status") is { } status)
        {
            span.StatusMessage = JsonFields.Text(status, "message");
            span.Status = JsonFields.Find(status, "code") is { } code ? ReadStatus(code) : 0;
        }

        span.Attributes.AddRange(JsonFields.Pairs(message));
        span.Events.AddRange(JsonFields.List(message, "events").Select(happened => new SpanEvent(
            JsonFields.Text(happened, "name"),
            JsonFields.Time(happened, "timeUnixNano", "time_unix_nano") is <= long.MaxValue and var time ? (long)time : throw OtlpFault.NoSpan(),
            JsonFields.Pairs(happened))));
        return span;
    }

    private static long ReadStatus(JsonElement code) => code.ValueKind == JsonValueKind.Number
        ? code.GetInt32()
        : code.GetString() switch
        {
            "STATUS_CODE_UNSET" => 0,
            "STATUS_CODE_OK" => 1,
            "STATUS_CODE_ERROR" => 2,
            _ => throw OtlpFault.Unreadable(),
        };
}
