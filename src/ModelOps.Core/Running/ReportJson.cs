using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>The JSON form of a verb's report, as <c>--json</c> prints it.</summary>
public static class ReportJson
{
    /// <summary>Version of the document's form: it grows when a name goes or changes its meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>
    /// Writes <c>{"schemaVersion", "verb", "exitCode", "result", "diagnostics": [{"code", "severity", "message", "fix", "file", "line", "column"}]}</c>.
    /// What is not known is null.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <returns>One JSON document, indented.</returns>
    public static string Write(VerbReport report) => ValueJson.Print(json =>
    {
        Begin(json, report.Verb.Name, report.ExitCode);
        json.WritePropertyName("result");
        if (report.Result is { } result)
        {
            JsonSerializer.Serialize(json, result, report.Verb.Json.GetTypeInfo(report.Verb.ResultType));
        }
        else
        {
            json.WriteNullValue();
        }

        End(json, report.Diagnostics);
    });

    /// <summary>The same for a call that names no verb.</summary>
    internal static string WriteRefusal(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics) => ValueJson.Print(json =>
    {
        Begin(json, verb: null, exitCode);
        json.WriteNull("result");
        End(json, diagnostics);
    });

    /// <summary>Writes <c>{"schemaVersion", "verb", "exitCode", "inputs": [{"input", "value", "source"}], "diagnostics"}</c>.</summary>
    internal static string WriteOrigins(VerbReport report) => ValueJson.Print(json =>
    {
        Begin(json, report.Verb.Name, report.ExitCode);
        json.WriteStartArray("inputs");
        foreach (var origin in report.Origins)
        {
            json.WriteStartObject();
            json.WriteString("input", origin.Input);
            json.WriteString("value", origin.Value);
            json.WriteString("source", origin.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        End(json, report.Diagnostics);
    });

    private static void Begin(Utf8JsonWriter json, string? verb, ExitCode exitCode)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("verb", verb);
        json.WriteNumber("exitCode", (int)exitCode);
    }

    private static void End(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", ChoiceText.Of(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("fix", diagnostic.Descriptor.Fix);
        json.WriteString("file", diagnostic.Span?.File);
        WritePlace(json, "line", diagnostic.Span?.Line);
        WritePlace(json, "column", diagnostic.Span?.Column);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string name, int? place)
    {
        if (place is > 0 and var known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
