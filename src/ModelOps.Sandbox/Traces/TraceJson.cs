using System.Text.Json;
using ModelOps.Sandbox.Assessments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Traces;

/// <summary>Writes traces in the two forms that MLflow has.</summary>
internal static class TraceJson
{
    /// <summary>An answer with one trace.</summary>
    public static Answer Answer(TraceInfo trace) => new(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("trace");
        writer.WritePropertyName("trace_info");
        Write(writer, trace);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>An answer with one trace in the older form.</summary>
    public static Answer OldAnswer(TraceInfo trace) => new(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trace_info");
        WriteOld(writer, trace);
        writer.WriteEndObject();
    });

    /// <summary>Writes a trace.</summary>
    public static void Write(Utf8JsonWriter writer, TraceInfo trace)
    {
        var row = trace.Row;
        writer.WriteStartObject();
        writer.WriteString("trace_id", row.Id);
        writer.WriteIfSet("client_request_id", row.ClientRequestId);
        writer.WriteStartObject("trace_location");
        writer.WriteString("type", "MLFLOW_EXPERIMENT");
        writer.WriteStartObject("mlflow_experiment");
        writer.WriteString("experiment_id", ExperimentOf(row));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("request_time", WireTime.Format(row.Timestamp));
        writer.WriteIfSet("execution_duration", row.Duration is { } duration ? WireDuration.Format(duration) : null);
        writer.WriteString("state", TraceStates.ToNew(row.Status));
        WriteMap(writer, "trace_metadata", trace.ShownMetadata);
        WriteAssessments(writer, trace.Assessments);
        WriteMap(writer, "tags", trace.ShownTags);
        writer.WriteIfSet("request_preview", row.RequestPreview);
        writer.WriteIfSet("response_preview", row.ResponsePreview);
        writer.WriteEndObject();
    }

    /// <summary>Writes a trace in the older form.</summary>
    public static void WriteOld(Utf8JsonWriter writer, TraceInfo trace)
    {
        var row = trace.Row;
        writer.WriteStartObject();
        writer.WriteString("request_id", row.Id);
        writer.WriteString("experiment_id", ExperimentOf(row));
        writer.WriteNumber("timestamp_ms", row.Timestamp);
        writer.WriteNumber("execution_time_ms", row.Duration ?? 0);
        writer.WriteString("status", TraceStates.ToOld(row.Status));
        WriteList(writer, "request_metadata", trace.ShownMetadata);
        WriteList(writer, "tags", trace.ShownTags);
        writer.WriteEndObject();
    }

    private static string ExperimentOf(TraceRow row) => FormattableString.Invariant($"{row.ExperimentId}");

    private static void WriteMap(Utf8JsonWriter writer, string name, IEnumerable<WireTag> pairs)
    {
        // Two keys may be one after they were cut.
        var shown = pairs.DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        if (shown.Count > 0)
        {
            writer.WriteStartObject(name);
            shown.ForEach(pair => writer.WriteString(pair.Key, pair.Value));
            writer.WriteEndObject();
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<WireTag> pairs)
    {
        var shown = pairs.ToList();
        if (shown.Count > 0)
        {
            writer.WriteStartArray(name);
            foreach (var pair in shown)
            {
                writer.WriteStartObject();
                writer.WriteString("key", pair.Key);
                writer.WriteString("value", pair.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteAssessments(Utf8JsonWriter writer, IReadOnlyList<AssessmentRow>? assessments)
    {
        if (assessments is not null)
        {
            writer.WriteStartArray("assessments");
            foreach (var assessment in assessments)
            {
                AssessmentJson.Write(writer, assessment);
            }

            writer.WriteEndArray();
        }
    }
}
