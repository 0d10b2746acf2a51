namespace ModelOps.Evaluation;

/// <summary>Takes predictions apart into slices.</summary>
internal static class PredictionSlices
{
    private const string Missing = "(missing)";

    /// <summary>All slices that have rows: by column, then in the order of the column's values.</summary>
    public static IReadOnlyList<PredictionSlice> Of(PredictionSet set) => [.. set.Slices.SelectMany(Of)];

    private static IEnumerable<PredictionSlice> Of(SliceColumn column)
    {
        var sizes = new int[column.Values.Count];
        foreach (var code in column.Codes)
        {
            sizes[code]++;
        }

        var rows = Array.ConvertAll(sizes, size => new int[size]);
        Array.Clear(sizes);
        for (var row = 0; row < column.Codes.Length; row++)
        {
            var code = column.Codes[row];
            rows[code][sizes[code]++] = row;
        }

        return column.Values
            .Select((value, code) => new PredictionSlice(column.Name, value.Length == 0 ? Missing : value, rows[code]))
            .Where(slice => slice.Rows.Length > 0);
    }
}
