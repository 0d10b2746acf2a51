using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli.Tables;

/// <summary>Lays a table out in lines: as columns where they fit, without details where those do not, else as a list for every row.</summary>
internal static class TextTable
{
    private const string Bold = "\u001b[1m";
    private const string Reset = "\u001b[0m";
    private const int NoteIndent = 4;

    // Columns of a terminal in which a sentence can be read.
    private const int Sentence = 30;

    /// <summary>The lines of a table; columns without any value are left out.</summary>
    public static IEnumerable<string> Lines(OutputTable table, TextForm form)
    {
        var shown = Enumerable.Range(0, table.Columns.Count).Where(column => table.Rows.Any(row => row[column].Length > 0)).ToList();
        var left = new List<string>();
        while (shown.Count > 0)
        {
            var (columns, rows) = Select(table, shown, form);
            if (ColumnWidths.Fit(columns, rows, form.Width) is { } widths)
            {
                return [.. Fitted(columns, rows, widths, form), .. LeftOut(left, form)];
            }

            if (shown.FindLastIndex(column => table.Columns[column].IsDetail) is >= 0 and var detail)
            {
                left.Insert(0, table.Columns[shown[detail]].Name);
                shown.RemoveAt(detail);
                continue;
            }

            return [.. rows.Skip(1).SelectMany((row, index) => Record(columns, row, form, isFirst: index == 0)), .. LeftOut(left, form)];
        }

        return [];
    }

    private static (List<OutputColumn> Columns, List<IReadOnlyList<string>> Rows) Select(OutputTable table, List<int> shown, TextForm form) =>
    (
        [.. shown.Select(column => table.Columns[column])],
        [
            [.. shown.Select(column => table.Columns[column].Name)],
            .. table.Rows.Select(row => (IReadOnlyList<string>)[.. shown.Select(column => CellText.Of(row[column], table.Columns[column].Kind, form))]),
        ]);

    private static IEnumerable<string> Fitted(List<OutputColumn> columns, List<IReadOnlyList<string>> rows, int[] widths, TextForm form)
    {
        if (columns[^1].Kind != CellKind.Text || rows.Max(row => DisplayWidth.Of(row[^1])) <= widths[^1] || widths[^1] >= Sentence || columns.Count == 1)
        {
            return rows.SelectMany((row, index) => RowLines(row, widths, form, isHeading: index == 0));
        }

        // Sentences in a narrow column are a tower of words: they get lines of their own.
        widths = ColumnWidths.Fit(columns[..^1], rows, form.Width)!;
        return rows.SelectMany((row, index) =>
            (string[])[.. RowLines([.. row.SkipLast(1)], widths, form, isHeading: index == 0), .. index == 0 || row[^1].Length == 0 ? [] : NoteLines(row[^1], form)]);
    }

    private static IEnumerable<string> NoteLines(string note, TextForm form) =>
        WordWrap.Lines(note, form.Width - NoteIndent, cutsWords: true).Select(line => LogText.Clean(new string(' ', NoteIndent) + line));

    private static IEnumerable<string> RowLines(IReadOnlyList<string> row, int[] widths, TextForm form, bool isHeading)
    {
        var cells = row.Select((cell, column) => form.Width == int.MaxValue ? [cell] : WordWrap.Lines(cell, widths[column], cutsWords: true)).ToArray();
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            var parts = cells.Select((cell, column) => Pad(line < cell.Count ? cell[line] : "", widths[column]));
            var text = LogText.Clean(string.Join(new string(' ', ColumnWidths.Gap), parts).TrimEnd());
            yield return isHeading && form.HasStyle ? Bold + text + Reset : text;
        }

        if (isHeading && form.IsShort)
        {
            yield return string.Join(new string(' ', ColumnWidths.Gap), widths.Select(width => new string('─', width)));
        }
    }

    private static IEnumerable<string> Record(List<OutputColumn> columns, IReadOnlyList<string> row, TextForm form, bool isFirst)
    {
        var pairs = columns.Select((column, index) => (column.Name, Lines: (IReadOnlyList<string>)[row[index]])).Where(pair => pair.Lines[0].Length > 0).ToList();
        return [.. isFirst ? [] : (string[])[""], .. ValueList.Lines(pairs, form)];
    }

    private static IEnumerable<string> LeftOut(List<string> names, TextForm form) =>
        names.Count == 0 ? [] : WordWrap.Lines($"Not shown: {string.Join(", ", names)}. --wide shows all.", form.Width);

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - DisplayWidth.Of(text)));
}
