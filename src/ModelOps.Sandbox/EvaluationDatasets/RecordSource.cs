using System.Text.Json;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Where a record of a dataset comes from.</summary>
/// <param name="Type">What kind of source it is.</param>
/// <param name="Id">The trace that it was; null for other sources.</param>
/// <param name="Text">The source as text of JSON.</param>
internal sealed record RecordSource(string Type, string? Id, string Text)
{
    private static readonly string[] Types = ["UNSPECIFIED", "TRACE", "HUMAN", "DOCUMENT", "CODE"];

    /// <summary>Reads a source.</summary>
    /// <exception cref="MlflowFault">It is none, or of no known kind.</exception>
    public static RecordSource Parse(JsonElement source)
    {
        if (source.ValueKind != JsonValueKind.Object)
        {
            throw MlflowFault.Internal($"'{PythonText.TypeOf(source)}' object has no attribute 'get'");
        }

        var sent = source.TryGetProperty("source_type", out var kind) ? TextOfJson.ToPlainText(kind) : "UNSPECIFIED";
        var type = sent.ToUpperInvariant();
        if (!Types.Contains(type))
        {
            throw MlflowFault.Invalid(
                $"Invalid dataset record source type: {sent}. Valid source types: [{string.Join(", ", Types.Select(PythonText.Quote))}]");
        }

        var data = source.TryGetProperty("source_data", out var value) ? value : default;
        var id = type == "TRACE" && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("trace_id", out var trace) ? TextOfJson.ToPlainText(trace) : null;
        var text = data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? "{}" : TextOfJson.Write(data);
        return new(type, id, $"{{\"source_type\": {PythonJson.Quote(type)}, \"source_data\": {text}}}");
    }
}
