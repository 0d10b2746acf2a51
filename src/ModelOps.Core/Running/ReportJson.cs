using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;

namespace ModelOps.Core.Running;

/// <summary>The JSON form of a verb's report, as <c>--json</c> prints it.</summary>
public static class ReportJson
{
    /// <summary>Serializer options: camel case, enumerations by name, values of the toolkit as text.</summary>
    public static JsonSerializerOptions Options => ValueJson.Options;

    /// <summary>
    /// Writes <c>{"verb", "exitCode", "result", "diagnostics": [{"code", "severity", "message", "file", "line", "column"}]}</c>.
    /// What is not known is null.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <returns>One JSON document, indented.</returns>
    public static string Write(VerbReport report) => Write(report.Verb.Name, report.ExitCode, report.Result, report.Diagnostics);

    /// <summary>The same for a call that names no verb.</summary>
    internal static string Write(string? verb, ExitCode exitCode, object? result, IReadOnlyList<Diagnostic> diagnostics) =>
        JsonSerializer.Serialize(
            new { verb, exitCode = (int)exitCode, result, diagnostics = diagnostics.Select(JsonOf) }, Options);

    /// <summary>Writes <c>{"verb", "exitCode", "inputs": [{"input", "value", "source"}], "diagnostics"}</c>.</summary>
    internal static string WriteOrigins(VerbReport report) =>
        JsonSerializer.Serialize(
            new
            {
                verb = report.Verb.Name,
                exitCode = (int)report.ExitCode,
                inputs = report.Origins,
                diagnostics = report.Diagnostics.Select(JsonOf),
            },
            Options);

    private static object JsonOf(Diagnostic diagnostic) => new
    {
        code = diagnostic.Code,
        severity = diagnostic.Severity,
        message = diagnostic.Message,
        file = diagnostic.Span?.File,
        line = diagnostic.Span is { Line: > 0 and var line } ? line : (int?)null,
        column = diagnostic.Span is { Column: > 0 and var column } ? column : (int?)null,
    };
}
