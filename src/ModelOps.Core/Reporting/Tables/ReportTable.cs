namespace ModelOps.Core.Reporting.Tables;

/// <summary>A table of a report, whatever its format.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record ReportTable(string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportTableRow> Rows)
{
    /// <summary>The table without columns that say nothing in any row.</summary>
    public ReportTable Compact()
    {
        var used = Enumerable.Range(0, Columns.Count)
            .Where(column => Columns[column].Kind is ReportColumnKind.Header || Rows.Any(row => row.Cells[column] is not ("" or ReportText.None)))
            .ToArray();
        return used.Length == Columns.Count
            ? this
            : new(Caption, Pick(Columns, used), [.. Rows.Select(row => row with { Cells = Pick(row.Cells, used), Shades = row.Shades.Count == 0 ? [] : Pick(row.Shades, used) })]);
    }

    private static IReadOnlyList<T> Pick<T>(IReadOnlyList<T> items, int[] places) => [.. places.Select(place => items[place])];
}
