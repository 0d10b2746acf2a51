using System.Collections;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>A report as cells that are safe to print: secrets hidden, control characters and log commands disarmed.</summary>
internal sealed class ResultView(SecretRedactor redactor)
{
    /// <summary>Simple outputs as name and lines; a list has a line for every item.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Values(VerbReport report) =>
    [
        .. from output in report.Result is null ? [] : report.Verb.Outputs
           where !output.IsTable
           select (output.Name.Kebab, LinesOf(output.ValueIn(report.Result!))),
    ];

    /// <summary>Outputs that are lists of records; headings above nothing would say nothing.</summary>
    public IReadOnlyList<OutputTable> Tables(VerbReport report) =>
    [
        .. from output in report.Result is null ? [] : report.Verb.Outputs
           where output.IsTable
           let table = OutputTable.Of(output, report.Result!)
           where table.Rows.Count > 0
           select Clean(table),
    ];

    /// <summary>Inputs, values and sources.</summary>
    public OutputTable Origins(VerbReport report) =>
        Clean(new OutputTable(["input", "value", "source"], [.. report.Origins.Select(origin => new[] { origin.Input, origin.Value ?? "", origin.Source })]));

    private OutputTable Clean(OutputTable table) => table with { Rows = [.. table.Rows.Select(row => row.Select(Clean).ToArray())] };

    private string Clean(string text) => LogText.Clean(redactor.Redact(text));

    private string[] LinesOf(object? value) => value is IEnumerable list and not string
        ? [.. list.Cast<object?>().Select(item => Clean(OutputTable.CellOf(item)))]
        : [Clean(OutputTable.CellOf(value))];
}
