using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Assessments;

/// <summary>Writes assessments as MLflow answers them.</summary>
internal static class AssessmentJson
{
    /// <summary>Writes an assessment.</summary>
    public static void Write(Utf8JsonWriter writer, AssessmentRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("assessment_id", row.Id);
        writer.WriteString("assessment_name", row.Name);
        writer.WriteString("trace_id", row.TraceId);
        writer.WriteIfSet("span_id", row.SpanId);
        writer.WriteStartObject("source");
        writer.WriteString("source_type", row.SourceType);
        writer.WriteIfSet("source_id", row.SourceId);
        writer.WriteEndObject();
        writer.WriteString("create_time", WireTime.Format(row.Created));
        writer.WriteString("last_update_time", WireTime.Format(row.Updated));
        WriteValue(writer, row);
        writer.WriteIfSet("rationale", row.Rationale);
        if (row.Metadata is { } metadata)
        {
            writer.WritePropertyName("metadata");
            WriteStored(writer, metadata);
        }

        writer.WriteIfSet("overrides", row.Overrides);
        writer.WriteBoolean("valid", row.IsValid);
        if (row.Type == "issue")
        {
            writer.WritePropertyName("issue");
            WriteStored(writer, row.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, AssessmentRow row)
    {
        if (row.Type == "feedback")
        {
            writer.WriteStartObject("feedback");
            writer.WritePropertyName("value");
            WriteStored(writer, row.Value);
            WriteError(writer, row.Error);
            writer.WriteEndObject();
        }
        else if (row.Type == "expectation")
        {
            writer.WriteStartObject("expectation");
            WriteExpectation(writer, row.Value);
            writer.WriteEndObject();
        }
    }

    // Lists and objects travel as text.
    private static void WriteExpectation(Utf8JsonWriter writer, string value)
    {
        if (value is ['[' or '{', ..])
        {
            writer.WriteStartObject("serialized_value");
            writer.WriteString("serialization_format", "JSON_FORMAT");
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }
        else
        {
            writer.WritePropertyName("value");
            WriteStored(writer, value);
        }
    }

    private static void WriteError(Utf8JsonWriter writer, string? error)
    {
        if (error is null)
        {
            return;
        }

        using var document = JsonDocument.Parse(error);
        writer.WriteStartObject("error");
        foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    // Another program may have written the file: what is no JSON is shown as text.
    private static void WriteStored(Utf8JsonWriter writer, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteStringValue(json);
        }
    }
}
