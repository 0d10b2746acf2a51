using System.Text.Json;

namespace ModelOps.Sandbox.Spans;

/// <summary>Writes spans in the form that OpenTelemetry's messages have, of the text that the tables hold.</summary>
internal static class SpanJson
{
    /// <summary>Writes a span.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="content">The text of the table.</param>
    public static void Write(Utf8JsonWriter writer, string content)
    {
        using var document = JsonDocument.Parse(content);
        var span = document.RootElement;
        writer.WriteStartObject();
        foreach (var name in (ReadOnlySpan<string>)["trace_id", "span_id", "parent_span_id", "name", "start_time_unix_nano", "end_time_unix_nano"])
        {
            WriteIfSet(writer, span, name);
        }

        WriteAttributes(writer, span, areTexts: true);
        if (span.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array && events.GetArrayLength() > 0)
        {
            writer.WriteStartArray("events");
            foreach (var happened in events.EnumerateArray())
            {
                writer.WriteStartObject();
                WriteIfSet(writer, happened, "time_unix_nano");
                WriteIfSet(writer, happened, "name");
                WriteAttributes(writer, happened, areTexts: false);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        WriteStatus(writer, span);
        writer.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter writer, JsonElement span)
    {
        writer.WriteStartObject("status");
        if (span.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Object)
        {
            WriteIfSet(writer, status, "message");
            if (status.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String && !code.ValueEquals("STATUS_CODE_UNSET"))
            {
                writer.WriteString("code", code.GetString());
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, JsonElement owner, bool areTexts)
    {
        if (!owner.TryGetProperty("attributes", out var attributes) || attributes.ValueKind != JsonValueKind.Object || !attributes.EnumerateObject().Any())
        {
            return;
        }

        writer.WriteStartArray("attributes");
        foreach (var attribute in attributes.EnumerateObject())
        {
            if (areTexts && attribute.Value.ValueKind == JsonValueKind.String)
            {
                WriteText(writer, attribute.Name, attribute.Value);
            }
            else
            {
                AnyValueJson.WritePair(writer, attribute.Name, attribute.Value);
            }
        }

        writer.WriteEndArray();
    }

    // Other programs may have written what is no JSON.
    private static void WriteText(Utf8JsonWriter writer, string name, JsonElement text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text.GetString()!);
        }
        catch (JsonException)
        {
            AnyValueJson.WritePair(writer, name, text);
            return;
        }

        using (document)
        {
            AnyValueJson.WritePair(writer, name, document.RootElement);
        }
    }

    // What is empty or 0 is not sent.
    private static void WriteIfSet(Utf8JsonWriter writer, JsonElement owner, string name)
    {
        var isSet = owner.TryGetProperty(name, out var value) && value.ValueKind switch
        {
            JsonValueKind.String => !value.ValueEquals(""),
            JsonValueKind.Number => value.GetDouble() != 0,
            _ => false,
        };
        if (isSet)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
