namespace ModelOps.Core.Contract;

/// <summary>Folds rows of a table that say the same.</summary>
internal static class TableFold
{
    /// <summary>The table with one row for the many of a group that are folded; one alone stays as it is.</summary>
    public static OutputTable Apply(OutputTable table, FoldAttribute fold)
    {
        var (group, state) = (IndexOf(table, fold.By), IndexOf(table, fold.When));
        var counts = table.Rows.Where(row => row[state] == fold.Value).CountBy(row => row[group]).Where(pair => pair.Value > 1).ToDictionary();
        var seen = new HashSet<string>();
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in table.Rows)
        {
            if (row[state] != fold.Value || !counts.TryGetValue(row[group], out var count))
            {
                rows.Add(row);
            }
            else if (seen.Add(row[group]))
            {
                rows.Add([.. row.Select((cell, column) => column == group || column == state ? cell : column == group + 1 ? $"{count} {table.Columns[column].Name}s" : "")]);
            }
        }

        return table with { Rows = rows };
    }

    private static int IndexOf(OutputTable table, string property) => table.Columns.Select(column => column.Name).ToList().IndexOf(OutputColumn.NameOf(property));
}
