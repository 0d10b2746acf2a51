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
    /// What is not known is null.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <returns>One JSON document, indented.</returns>
    public static string Write(VerbReport report) => Write(report.Verb.Name, report.ExitCode, report.Result, report.Diagnostics);

    /// <summary>The same for a call that names no verb.</summary>
    internal static string Write(string? verb, ExitCode exitCode, object? result, IReadOnlyList<Diagnostic> diagnostics) =>
        ValueJson.Print(new { schemaVersion = SchemaVersion, verb, exitCode = (int)exitCode, result, diagnostics = diagnostics.Select(JsonOf) });

    /// <summary>Writes <c>{"schemaVersion", "verb", "exitCode", "inputs": [{"input", "value", "source"}], "diagnostics"}</c>.</summary>
    internal static string WriteOrigins(VerbReport report) =>
        ValueJson.Print(new
        {
            schemaVersion = SchemaVersion,
            verb = report.Verb.Name,
            exitCode = (int)report.ExitCode,
            inputs = report.Origins,
            diagnostics = report.Diagnostics.Select(JsonOf),
        });

    private static object JsonOf(Diagnostic diagnostic) => new
    {
        code = diagnostic.Code,
        severity = diagnostic.Severity,
        message = diagnostic.Message,
        fix = diagnostic.Descriptor.Fix,
        file = diagnostic.Span?.File,
        line = diagnostic.Span is { Line: > 0 and var line } ? line : (int?)null,
        column = diagnostic.Span is { Column: > 0 and var column } ? column : (int?)null,
    };
}
