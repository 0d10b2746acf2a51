using System.Text;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Markdown;

/// <summary>Writes tables in Markdown as GitHub and Azure DevOps read it, and with columns that are as wide as each other, as people read a file.</summary>
internal static class MarkdownTable
{
    private const int MaxCell = 300;

    // A wider cell sticks out: the others are not moved for it.
    private const int MaxWidth = 40;

    public static string Write(ReportTable table)
    {
        var titles = table.Columns.Select(column => EscapeCell(column.Title)).ToArray();
        var rows = table.Rows.Select(row => row.Cells.Select((cell, index) => CellOf(table.Columns[index], row.Tone, cell)).ToArray()).ToArray();
        var widths = titles.Select((title, index) => rows.Select(row => row[index].Length).Append(title.Length).Append(3).Where(width => width <= MaxWidth).Max()).ToArray();
        var isNumber = table.Columns.Select(column => column.Kind == ReportColumnKind.Number).ToArray();
        var text = new StringBuilder();
        WriteRow(text, titles.Select(Pad));
        WriteRow(text, widths.Select((width, index) => isNumber[index] ? new string('-', width - 1) + ":" : new string('-', width)));
        foreach (var row in rows)
        {
            WriteRow(text, row.Select(Pad));
        }

        return text.ToString();

        string Pad(string cell, int index) => isNumber[index] ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]);
    }

    /// <summary>A text from outside as plain text.</summary>
    public static string Escape(string text) => PlainMarkdown.Escape(ReportText.Clean(text, MaxCell));

    /// <summary>Sign of a tone.</summary>
    public static string SignOf(ReportTone tone) => tone switch
    {
        ReportTone.Good => "\u2705",
        ReportTone.Bad => "\u274C",
        ReportTone.Unsure => "\u2753",
        ReportTone.Broken => "\u2757",
        _ => "\u2796",
    };

    private static string CellOf(ReportColumn column, ReportTone tone, string cell) =>
        column.Kind == ReportColumnKind.Status && cell.Length > 0 ? $"{SignOf(tone)} {EscapeCell(cell)}" : EscapeCell(cell);

    private static string EscapeCell(string text) => PlainMarkdown.Escape(ReportText.Clean(text, MaxCell), isCell: true);

    private static void WriteRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
