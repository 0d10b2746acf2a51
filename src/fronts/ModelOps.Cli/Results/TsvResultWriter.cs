using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Cli.Results;

/// <summary>Whole cells between tabs: simple outputs as name and value, then each table with its headings, an empty line between. Several models are a table of them.</summary>
internal sealed class TsvResultWriter(TextWriter output, SecretRedactor redactor) : IResultWriter
{
    private readonly ResultView _view = new(redactor);

    public void Write(VerbReport report)
    {
        var blocks = new List<IEnumerable<IReadOnlyList<string>>>();
        if (report.Series is { } series)
        {
            blocks.AddRange(_view.Tables(report.Verb, series, isFolded: false).Select(WithHeadings));
        }
        else if (_view.AllValues(report) is { Count: > 0 } values)
        {
            blocks.Add(values);
        }

        blocks.AddRange(report.Series is null ? _view.AllTables(report).Select(WithHeadings) : []);
        foreach (var (index, block) in blocks.Index())
        {
            if (index > 0)
            {
                output.WriteLine();
            }

            Print(block);
        }
    }

    public void WriteOrigins(VerbReport report) => Print(WithHeadings(_view.Origins(report)));

    // The findings have been shown; there is no result.
    public void WriteRefusal(IReadOnlyList<Diagnostic> problems)
    {
    }

    private static IEnumerable<IReadOnlyList<string>> WithHeadings(OutputTable table) => [[.. table.Columns.Select(column => column.Name)], .. table.Rows];

    private void Print(IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows)
        {
            output.WriteLine(LogText.Clean(string.Join('\t', row.Select(cell => cell.Replace("\t", "\\t", StringComparison.Ordinal)))));
        }
    }
}
