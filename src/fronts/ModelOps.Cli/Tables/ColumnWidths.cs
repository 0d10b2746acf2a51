using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli.Tables;

/// <summary>Shares the columns of a terminal among the columns of a table.</summary>
internal static class ColumnWidths
{
    /// <summary>Columns of a terminal between two columns of a table.</summary>
    public const int Gap = 2;

    // A word that is longer is cut where there is no room for it.
    private const int LongestWord = 20;

    /// <summary>Widths in which every column has room for its words; null when there is no room for all columns.</summary>
    /// <param name="columns">Columns.</param>
    /// <param name="rows">Headings and cells.</param>
    /// <param name="room">Columns of the terminal.</param>
    public static int[]? Fit(IReadOnlyList<OutputColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows, int room)
    {
        var widths = columns.Select((_, column) => rows.Max(row => DisplayWidth.Of(row[column]))).ToArray();
        if (room == int.MaxValue)
        {
            // What is longer than that has a line of its own length: it is not padded into every other row.
            return [.. widths.Select(width => Math.Min(width, TextForm.MaxCell))];
        }

        var least = columns.Select((column, index) => column.Kind == CellKind.Text ? Math.Min(widths[index], LongestIn(rows, index)) : widths[index]).ToArray();
        var excess = widths.Sum() + (Gap * (columns.Count - 1)) - room;
        while (excess > 0)
        {
            var widest = Enumerable.Range(0, columns.Count).Where(column => widths[column] > least[column]).DefaultIfEmpty(-1).MaxBy(column => column < 0 ? 0 : widths[column]);
            if (widest < 0)
            {
                return null;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }

    private static int LongestIn(IReadOnlyList<IReadOnlyList<string>> rows, int column) =>
        Math.Min(LongestWord, rows.Max(row => row[column].Split(' ').Max(DisplayWidth.Of)));
}
