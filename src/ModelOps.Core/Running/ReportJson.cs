using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>The JSON form of a verb's report, as <c>--json</c> prints it.</summary>
public static class ReportJson
{
    /// <summary>Version of the document's form: it grows when a name goes or changes its meaning.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Written = ValueJson.Create(ReportTypes.Default, ValueJson.Choice<Severity>());

    /// <summary>
    /// Writes <c>{"schemaVersion", "verb", "exitCode", "result", "diagnostics": [{"code", "severity", "message", "fix", "file", "line", "column"}]}</c>.
    /// What is not known is null. A call for several models has <c>"results": [{"model", "exitCode", "result", "diagnostics"}]</c> after the result, which
    /// is that of the model when just one ran; findings of a model are with it, those of the call under <c>diagnostics</c>.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <returns>One JSON document, indented.</returns>
    public static string Write(VerbReport report) => ValueJson.Print(json =>
    {
        Begin(json, report.Verb.Name, report.ExitCode);
        WriteResult(json, report);
        if (report.Series is { } series)
        {
            json.WriteStartArray("results");
            foreach (var model in series.Models)
            {
                Write(json, model);
            }

            json.WriteEndArray();
        }

        End(json, report.Series is { } several ? several.Diagnostics.Concat(AfterAll(report, several)) : report.Diagnostics);
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
        json.WritePropertyName("inputs");
        JsonSerializer.Serialize(json, report.Origins, Written.GetTypeInfo(typeof(IReadOnlyList<ValueOrigin>)));
        End(json, report.Diagnostics);
    });

    private static void Begin(Utf8JsonWriter json, string? verb, ExitCode exitCode)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("verb", verb);
        json.WriteNumber("exitCode", (int)exitCode);
    }

    private static void Write(Utf8JsonWriter json, ModelReport model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Model);
        json.WriteNumber("exitCode", (int)model.Report.ExitCode);
        WriteResult(json, model.Report);
        End(json, model.Report.Diagnostics);
    }

    private static void WriteResult(Utf8JsonWriter json, VerbReport report)
    {
        json.WritePropertyName("result");
        JsonSerializer.Serialize(json, report.Result, report.Verb.Json.GetTypeInfo(report.Verb.ResultType));
    }

    private static void End(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WritePropertyName("diagnostics");
        JsonSerializer.Serialize(json, diagnostics.Select(DiagnosticRow.Of).ToList(), Written.GetTypeInfo(typeof(IReadOnlyList<DiagnosticRow>)));
        json.WriteEndObject();
    }

    // Such as that the outputs could not be handed to the build host.
    private static IEnumerable<Diagnostic> AfterAll(VerbReport report, SeriesReport series) =>
        report.Diagnostics.Skip(series.Diagnostics.Count + series.Models.Sum(model => model.Report.Diagnostics.Count));
}
