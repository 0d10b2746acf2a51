using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>The JSON form of a verb's report, as <c>--json</c> prints it.</summary>
public static class ReportJson
{
    /// <summary>Version of the document's form: it grows when a name goes or changes its meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Serializer options: camel case, enumerations by name, values of the toolkit as text.</summary>
    public static JsonSerializerOptions Options => ValueJson.Options;

    /// <summary>
    /// Writes <c>{"schemaVersion", "verb", "exitCode", "result", "diagnostics": [{"code", "severity", "message", "fix", "file", "line", "column"}]}</c>.
    /// What is not known is null. A call for several models has <c>"results": [{"model", "exitCode", "result", "diagnostics"}]</c> after the result, which
    /// is that of the model when just one ran; findings of a model are with it, those of the call under <c>diagnostics</c>.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <returns>One JSON document, indented.</returns>
    public static string Write(VerbReport report) => report.Series is { } series
        ? ValueJson.Print(new
        {
            schemaVersion = SchemaVersion,
            verb = report.Verb.Name,
            exitCode = (int)report.ExitCode,
            result = report.Result,
            results = series.Models.Select(model => new
            {
                model = model.Model,
                exitCode = (int)model.Report.ExitCode,
                result = model.Report.Result,
                diagnostics = model.Report.Diagnostics.Select(DiagnosticRow.Of),
            }),
            diagnostics = series.Diagnostics.Concat(AfterAll(report, series)).Select(DiagnosticRow.Of),
        })
        : Write(report.Verb.Name, report.ExitCode, report.Result, report.Diagnostics);

    /// <summary>The same for a call that names no verb.</summary>
    internal static string Write(string? verb, ExitCode exitCode, object? result, IReadOnlyList<Diagnostic> diagnostics) =>
        ValueJson.Print(new { schemaVersion = SchemaVersion, verb, exitCode = (int)exitCode, result, diagnostics = diagnostics.Select(DiagnosticRow.Of) });

    /// <summary>Writes <c>{"schemaVersion", "verb", "exitCode", "inputs": [{"input", "value", "source"}], "diagnostics"}</c>.</summary>
    internal static string WriteOrigins(VerbReport report) =>
        ValueJson.Print(new
        {
            schemaVersion = SchemaVersion,
            verb = report.Verb.Name,
            exitCode = (int)report.ExitCode,
            inputs = report.Origins,
            diagnostics = report.Diagnostics.Select(DiagnosticRow.Of),
        });

    // Such as that the outputs could not be handed to the build host.
    private static IEnumerable<Diagnostic> AfterAll(VerbReport report, SeriesReport series) =>
        report.Diagnostics.Skip(series.Diagnostics.Count + series.Models.Sum(model => model.Report.Diagnostics.Count));
}
