using System.Globalization;
using System.Text;
using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Spans;

/// <summary>Writes spans as the tables and the files of traces hold them: the values of attributes are JSON in JSON.</summary>
internal static class SpanContent
{
    private const string Prefix = "tr-";

    /// <summary>A span as text.</summary>
    public static string Write(SpanData span)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\"trace_id\": \"{Encode(span.TraceId[Prefix.Length..])}\", \"span_id\": \"{Encode(span.SpanId)}\", ");
        text.Append("\"parent_span_id\": ").Append(span.ParentId is null ? "null" : $"\"{Encode(span.ParentId)}\"");
        text.Append(", \"name\": ").Append(PythonJson.Quote(span.Name));
        text.Append(CultureInfo.InvariantCulture, $", \"start_time_unix_nano\": {span.Start}, \"end_time_unix_nano\": {span.End}, \"events\": [");
        text.AppendJoin(", ", span.Events.Select(WriteEvent));
        text.Append(CultureInfo.InvariantCulture, $"], \"status\": {{\"code\": \"STATUS_CODE_{span.Status}\", \"message\": ");
        text.Append(PythonJson.Quote(span.StatusMessage)).Append("}, \"attributes\": ");
        text.Append(WriteObject(span.Attributes.Select(pair => KeyValuePair.Create(pair.Key, PythonJson.Quote(pair.Value))))).Append('}');
        return text.ToString();
    }

    /// <summary>An object of values that are JSON already.</summary>
    public static string WriteObject(IEnumerable<KeyValuePair<string, string>> members) =>
        $"{{{string.Join(", ", members.Select(member => $"{PythonJson.Quote(member.Key)}: {member.Value}"))}}}";

    private static string WriteEvent(SpanEvent happened) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"name\": {PythonJson.Quote(happened.Name)}, \"time_unix_nano\": {happened.Time}, \"attributes\": {WriteObject(happened.Attributes)}}}");

    private static string Encode(string digits) => Convert.ToBase64String(Convert.FromHexString(digits));
}
