using ModelOps.Core.Evaluation;
using ModelOps.Core.Evaluation.Metrics;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>A metric of both models by slice.</summary>
internal static class SlicePairs
{
    private const int MaxSlices = 100;

    /// <summary>All slices in the order of their columns and values; of very many, those with the most rows.</summary>
    public static (IReadOnlyList<SlicePair> Shown, int LeftOut) Of(PredictionSet challenger, PredictionSet? champion, IMetric metric)
    {
        var slices = challenger.Slices.SelectMany(SlicesOf).ToArray();
        var shown = slices.Select((slice, index) => (slice, index)).OrderByDescending(pair => pair.slice.Rows.Length).Take(MaxSlices)
            .OrderBy(pair => pair.index).Select(pair => pair.slice);
        return (
            [.. shown.Select(slice => new SlicePair(
                slice.Name, slice.Rows.Length, MetricPairs.ValueOf(metric, challenger.Select(slice.Rows)), MetricPairs.ValueOf(metric, champion?.Select(slice.Rows))))],
            Math.Max(0, slices.Length - MaxSlices));
    }

    private static IEnumerable<(string Name, int[] Rows)> SlicesOf(SliceColumn column)
    {
        var rows = Enumerable.Range(0, column.Values.Count).Select(_ => new List<int>()).ToArray();
        for (var row = 0; row < column.Codes.Length; row++)
        {
            rows[column.Codes[row]].Add(row);
        }

        return rows.Select((list, code) => ($"{column.Name}={column.Values[code]}", list.ToArray())).Where(slice => slice.Item2.Length > 0);
    }
}
