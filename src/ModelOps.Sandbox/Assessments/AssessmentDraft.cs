using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Assessments;

/// <summary>Makes rows of the messages that callers send.</summary>
internal static class AssessmentDraft
{
    /// <summary>The key of the metadata that names the run which made an assessment.</summary>
    private const string RunKey = "mlflow.assessment.sourceRunId";

    private static readonly string[] ErrorFields = ["error_code", "error_message", "stack_trace"];

    /// <summary>A new assessment.</summary>
    /// <param name="message">What was sent.</param>
    /// <param name="traceId">The trace.</param>
    /// <param name="now">The time, in epoch milliseconds.</param>
    /// <exception cref="MlflowFault">It says nothing, or in a form that is not known.</exception>
    public static AssessmentRow Read(Message message, string traceId, long now)
    {
        var (type, value) = message.Part("feedback") is { } feedback ? ("feedback", Feedback(feedback))
            : message.Part("expectation") is { } expectation ? ("expectation", Expectation(expectation))
            : message.Part("issue") is { } issue ? ("issue", $$"""{"issue_name": {{PythonJson.Quote(issue.Text("issue_name"))}}}""")
            : throw MlflowFault.Invalid("Unknown assessment type: None");
        var metadata = message.Map("metadata");
        var id = message.Text("assessment_id");
        return new(id.Length > 0 ? id : $"a-{Guid.NewGuid():N}", traceId, message.Text("assessment_name"), type, value)
        {
            Error = message.Part("feedback") is { } judged ? Error(judged) : null,
            Created = message.Integer("create_time", now),
            Updated = message.Integer("last_update_time", now),
            SourceType = AssessmentMessages.SourceType(message.Part("source")?.Choice("source_type", 0) ?? 0),
            SourceId = message.Part("source")?.Text("source_id").NullIfEmpty(),
            RunId = metadata.FirstOrDefault(pair => pair.Key == RunKey)?.Value,
            SpanId = message.Text("span_id").NullIfEmpty(),
            Rationale = message.Text("rationale").NullIfEmpty(),
            Overrides = message.Text("overrides").NullIfEmpty(),
            Metadata = Metadata(metadata),
        };
    }

    /// <summary>The value of feedback, as JSON.</summary>
    public static string Feedback(Message feedback) => feedback.Json("value") is { } value ? ProtoValue.Dump(value) : "null";

    /// <summary>The error of feedback, as JSON; null when there is none.</summary>
    public static string? Error(Message feedback)
    {
        if (feedback.Part("error") is not { } error)
        {
            return null;
        }

        var pairs = ErrorFields.Select(name => $"\"{name}\": {(error.Has(name) ? PythonJson.Quote(error.Text(name)) : "null")}");
        return $"{{{string.Join(", ", pairs)}}}";
    }

    /// <summary>The value of an expectation, as JSON.</summary>
    public static string Expectation(Message expectation)
    {
        if (expectation.Part("serialized_value") is not { } serialized)
        {
            return expectation.Json("value") is { } value ? ProtoValue.Dump(value) : throw MlflowFault.Invalid("The `value` field must be specified.");
        }

        var format = serialized.Text("serialization_format");
        return format == "JSON_FORMAT"
            ? Reformat(serialized.Text("value"))
            : throw MlflowFault.Invalid($"Unknown serialization format: {format}. Only JSON_FORMAT is supported.");
    }

    /// <summary>Metadata, as JSON; null when there is none.</summary>
    public static string? Metadata(IReadOnlyList<WireTag> metadata) => metadata.Count == 0
        ? null
        : $"{{{string.Join(", ", metadata.Select(pair => $"{PythonJson.Quote(pair.Key)}: {PythonJson.Quote(pair.Value)}"))}}}";

    private static string Reformat(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var text = new StringBuilder();
            PythonJson.Append(text, document.RootElement);
            return text.ToString();
        }
        catch (JsonException)
        {
            throw MlflowFault.Invalid("The serialized value of the expectation is not valid JSON.");
        }
    }
}
