using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;
using Spectre.Console;

namespace ModelOps.Cli;

/// <summary>Tables for people at a terminal; empty columns are left out and hashes cut.</summary>
internal sealed class TableResultWriter(TextWriter output, SecretRedactor redactor, bool withColor) : IResultWriter
{
    private const int ShortHash = 10;

    private readonly ResultView _view = new(redactor);

    public void Write(VerbReport report)
    {
        var values = _view.Values(report);
        if (values.Count > 0)
        {
            var table = CreateTable(["output", "value"]).HideHeaders();
            foreach (var (name, lines) in values)
            {
                table.AddRow(new Text(name), new Text(string.Join('\n', lines)));
            }

            Print(table);
        }

        foreach (var table in _view.Tables(report))
        {
            Print(table);
        }
    }

    public void WriteOrigins(VerbReport report) => Print(_view.Origins(report));

    // The findings have been shown; there is no result.
    public void WriteRefusal(IReadOnlyList<Diagnostic> problems)
    {
    }

    private static Table CreateTable(IEnumerable<string> headings)
    {
        var table = new Table().RoundedBorder();
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    private void Print(OutputTable source)
    {
        var shown = Enumerable.Range(0, source.Columns.Count)
            .Where(column => source.Rows.Any(row => row[column].Length > 0))
            .ToArray();
        var table = CreateTable(shown.Select(column => source.Columns[column]));
        foreach (var row in source.Rows)
        {
            table.AddRow(shown.Select(column => new Text(Shorten(row[column]))));
        }

        Print(table);
    }

    private void Print(Table table)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(output),
            Interactive = InteractionSupport.No,
            ColorSystem = withColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Write(table);
    }

    private static string Shorten(string cell)
    {
        var prefix = cell.StartsWith("sha256:", StringComparison.Ordinal) ? "sha256:".Length : 0;
        var isHash = cell.Length - prefix is 40 or 64 && cell.Skip(prefix).All(char.IsAsciiHexDigit);
        return isHash ? cell[..(prefix + ShortHash)] : cell;
    }
}
