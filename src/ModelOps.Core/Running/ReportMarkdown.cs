using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Running;

/// <summary>The short Markdown form of a verb's report, for a run's summary page.</summary>
internal static class ReportMarkdown
{
    // Enough for a sentence; a text without end in a registry is a line of the page as any other.
    private const int MaxCell = 1000;

    public static string Write(VerbReport report)
    {
        var text = new StringBuilder($"### modelops {report.Verb.CommandText}: {Verdict(report.ExitCode)}\n");
        if (report.Result is not null)
        {
            WriteOutputs(text, report.Verb, report.Result);
        }

        foreach (var diagnostic in report.Diagnostics)
        {
            text.Append("\n- ").Append(Line(diagnostic));
        }

        return text.Append('\n').ToString();
    }

    private static void WriteOutputs(StringBuilder text, VerbDescriptor verb, object result)
    {
        var simple = verb.Outputs.Where(output => !output.IsTable).ToArray();
        if (simple.Length > 0)
        {
            WriteTable(text, new([new("output"), new("value")], [.. simple.Select(output => new[] { output.Name.Kebab, OutputTable.CellOf(output.ValueIn(result)) })]));
        }

        foreach (var table in verb.Outputs.Where(output => output.IsTable).Select(output => OutputTable.FoldedOf(output, result)).Where(table => table.Rows.Count > 0))
        {
            WriteTable(text, table);
        }
    }

    public static void WriteTable(StringBuilder text, OutputTable table)
    {
        text.Append('\n');
        WriteRow(text, table.Columns.Select(column => column.Name));
        WriteRow(text, table.Columns.Select(_ => "---"));
        foreach (var row in table.Rows)
        {
            WriteRow(text, row.Select(cell => MarkdownText.Escape(DisplayWidth.Cut(cell, MaxCell))));
        }
    }

    public static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Span is { } span ? $" ({MarkdownText.Escape($"{span.File}:{span.Line}")})" : "";
        return $"**{DiagnosticText.Severity(diagnostic)} {diagnostic.Code}** {MarkdownText.Escape(diagnostic.Message)}{place}";
    }

    private static string Verdict(ExitCode exitCode) => exitCode == ExitCode.Ok
        ? SeriesReport.Words(exitCode)
        : $"exit code {(int)exitCode}, {SeriesReport.Words(exitCode)}";

    private static void WriteRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
