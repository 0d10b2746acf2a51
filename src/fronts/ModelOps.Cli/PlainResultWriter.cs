using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Cli;

/// <summary>Aligned columns without colour or frames, for files, pipes and build logs.</summary>
internal sealed class PlainResultWriter(TextWriter output, SecretRedactor redactor) : IResultWriter
{
    private readonly ResultView _view = new(redactor);

    public void Write(VerbReport report)
    {
        var values = _view.Values(report);
        Print([.. values.SelectMany(value => value.Lines.Select((line, index) => new[] { index == 0 ? value.Name : "", line }))]);
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

    private void Print(OutputTable table) => Print([table.Columns, .. table.Rows]);

    // The whole line is disarmed too: two harmless cells can make a command together.
    private void Print(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows.Count == 0 ? 0 : rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(LogText.Clean(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
        }
    }
}
