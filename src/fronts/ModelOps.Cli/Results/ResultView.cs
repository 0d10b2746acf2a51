using System.Collections;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Cli.Results;

/// <summary>A report as cells that are safe to print: secrets hidden, control characters and log commands disarmed.</summary>
internal sealed class ResultView(SecretRedactor redactor)
{
    /// <summary>Simple outputs as name and lines, without those that have no value or stand in the verdict; a list has a line for every item.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Lines)> Values(VerbReport report) =>
    [
        .. from output in Simple(report)
           where !output.IsHeadline
           let lines = LinesOf(output.ValueIn(report.Result!))
           where lines.Any(line => line.Length > 0)
           select (output.Name.Kebab, (IReadOnlyList<string>)lines),
    ];

    /// <summary>Simple outputs of the verdict, as one text.</summary>
    public string Headline(VerbReport report) => string.Join(", ",
        from output in Simple(report)
        where output.IsHeadline
        let value = Clean(OutputTable.CellOf(output.ValueIn(report.Result!)))
        where value.Length > 0
        select $"{output.Name.Kebab.Replace('-', ' ')} {value}");

    /// <summary>The one value that scripts ask the verb for; null where there is none.</summary>
    public string? Answer(VerbReport report) =>
        Simple(report).FirstOrDefault(output => output.IsAnswer) is { } answer ? Clean(OutputTable.CellOf(answer.ValueIn(report.Result!))) : null;

    /// <summary>Outputs that are lists of records; headings above nothing would say nothing.</summary>
    public IReadOnlyList<OutputTable> Tables(VerbReport report, bool isFolded) =>
    [
        .. from output in report.Result is null ? [] : report.Verb.Outputs
           where output.IsTable
           let table = isFolded ? OutputTable.FoldedOf(output, report.Result!) : OutputTable.Of(output, report.Result!)
           where table.Rows.Count > 0
           select Clean(table),
    ];

    /// <summary>Several models: a row a model, and the tables of a verb that has nothing else.</summary>
    public IReadOnlyList<OutputTable> Tables(VerbDescriptor verb, SeriesReport series, bool isFolded) =>
        [Clean(SeriesTable.Of(verb, series)), .. SeriesTable.Joined(verb, series, isFolded).Select(Clean)];

    /// <summary>All simple outputs, also those without a value; a list is one text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AllValues(VerbReport report) =>
        [.. Simple(report).Select(output => new[] { output.Name.Kebab, Clean(OutputTable.CellOf(output.ValueIn(report.Result!))) })];

    /// <summary>All outputs that are lists of records, whole.</summary>
    public IReadOnlyList<OutputTable> AllTables(VerbReport report) =>
        [.. from output in report.Result is null ? [] : report.Verb.Outputs where output.IsTable select Clean(OutputTable.Of(output, report.Result!))];

    /// <summary>Inputs, values and sources.</summary>
    public OutputTable Origins(VerbReport report) => Clean(new OutputTable(
        [new("input", CellKind.Word), new("value"), new("source")],
        [.. report.Origins.Select(origin => new[] { origin.Input, origin.Value ?? "", origin.Source })]));

    /// <summary>A text, safe to print.</summary>
    public string Clean(string text) => LogText.Clean(redactor.Redact(text));

    private static IEnumerable<OutputDescriptor> Simple(VerbReport report) => report.Result is null ? [] : report.Verb.Outputs.Where(output => !output.IsTable);

    private OutputTable Clean(OutputTable table) => table with { Rows = [.. table.Rows.Select(row => row.Select(Clean).ToArray())] };

    private string[] LinesOf(object? value) => value is IEnumerable list and not string
        ? [.. list.Cast<object?>().Select(item => Clean(OutputTable.CellOf(item)))]
        : [Clean(OutputTable.CellOf(value))];
}
