using System.Text.Json;
using System.Text.Json.Serialization;
using ModelOps.Core.Registry;

namespace ModelOps.Core.Contract;

/// <summary>The JSON form of a verb's report, as <c>--json</c> prints it.</summary>
public static class ReportJson
{
    /// <summary>Serializer options: camel case, enumerations by name, values of the toolkit as text.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>
    /// Writes <c>{"verb", "exitCode", "result", "diagnostics": [{"code", "severity", "message", "file", "line", "column"}]}</c>.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <returns>One JSON document, indented.</returns>
    public static string Write(VerbReport report) => JsonSerializer.Serialize(
        new
        {
            verb = report.Verb.Name,
            exitCode = (int)report.ExitCode,
            result = report.Result,
            diagnostics = report.Diagnostics.Select(diagnostic => new
            {
                code = diagnostic.Code,
                severity = diagnostic.Severity,
                message = diagnostic.Message,
                file = diagnostic.Span?.File,
                line = diagnostic.Span?.Line,
                column = diagnostic.Span?.Column,
            }),
        },
        Options);

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new TextValueConverter<ModelName>(ModelName.Parse));
        options.Converters.Add(new TextValueConverter<AliasName>(AliasName.Parse));
        return options;
    }
}
