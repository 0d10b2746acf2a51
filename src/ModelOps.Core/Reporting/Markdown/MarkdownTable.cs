using System.Text;
using ModelOps.Core.Hosting;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Markdown;

/// <summary>Writes tables in Markdown as GitHub and Azure DevOps read it.</summary>
internal static class MarkdownTable
{
    private const int MaxCell = 300;

    public static string Write(ReportTable table)
    {
        var text = new StringBuilder();
        WriteRow(text, table.Columns.Select(column => Escape(column.Title)));
        WriteRow(text, table.Columns.Select(column => column.Kind == ReportColumnKind.Number ? "---:" : "---"));
        foreach (var row in table.Rows)
        {
            WriteRow(text, row.Cells.Select((cell, index) => table.Columns[index].Kind == ReportColumnKind.Status ? $"{SignOf(row.Tone)} {Escape(cell)}" : Escape(cell)));
        }

        return text.ToString();
    }

    /// <summary>A text from outside as plain text.</summary>
    public static string Escape(string text) => MarkdownText.Escape(ReportText.Clean(text, MaxCell));

    /// <summary>Sign of a tone.</summary>
    public static string SignOf(ReportTone tone) => tone switch
    {
        ReportTone.Good => "\u2705",
        ReportTone.Bad => "\u274C",
        ReportTone.Unsure => "\u2753",
        ReportTone.Broken => "\u2757",
        _ => "\u2796",
    };

    private static void WriteRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
