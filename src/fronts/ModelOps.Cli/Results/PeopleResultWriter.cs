using ModelOps.Abstractions.Diagnostics;
using ModelOps.Cli.Tables;
using ModelOps.Core.Hosting;
using ModelOps.Core.Running;

namespace ModelOps.Cli.Results;

/// <summary>Values, tables and the verdict, for people at a terminal and for those who read a build's log.</summary>
internal sealed class PeopleResultWriter(TextWriter output, SecretRedactor redactor, TextForm form) : IResultWriter
{
    private readonly ResultView _view = new(redactor);
    private bool _isFirst = true;

    public void Write(VerbReport report)
    {
        if (report.Series is { Models.Count: not 1 } series)
        {
            WriteSeries(report, series);
            return;
        }

        if (report.Result is null)
        {
            return;
        }

        if (!form.IsShort && _view.Answer(report) is { Length: > 0 } answer)
        {
            output.WriteLine(answer);
            return;
        }

        Print(ValueList.Lines(_view.Values(report), form));
        foreach (var table in _view.Tables(report, isFolded: !form.IsWhole))
        {
            Print(TextTable.Lines(table, form));
        }

        Print(Conclusion.Lines(report, _view, form));
    }

    public void WriteOrigins(VerbReport report) => Print(TextTable.Lines(_view.Origins(report), form));

    // The findings have been shown; there is no result.
    public void WriteRefusal(IReadOnlyList<Diagnostic> problems)
    {
    }

    // One model of several is shown as a call for it alone shows it.
    private void WriteSeries(VerbReport report, SeriesReport series)
    {
        foreach (var table in _view.Tables(report.Verb, series, isFolded: !form.IsWhole))
        {
            Print(TextTable.Lines(table, form));
        }

        Print(Conclusion.Lines(report, series, _view, form));
    }

    // A terminal has room between blocks.
    private void Print(IEnumerable<string> lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (index == 0 && !_isFirst && form.IsShort)
            {
                output.WriteLine();
            }

            output.WriteLine(line);
            _isFirst = false;
        }
    }
}
