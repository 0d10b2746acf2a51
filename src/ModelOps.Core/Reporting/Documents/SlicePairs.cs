using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>A metric of both models by slice.</summary>
internal static class SlicePairs
{
    private const int MaxSlices = 100;

    /// <summary>All slices in the order of their columns and values; of very many, those with the most rows.</summary>
    public static (IReadOnlyList<SlicePair> Shown, int LeftOut) Of(PredictionSet challenger, PredictionSet? champion, IMetric metric, int minRows = 1)
    {
        var slices = PredictionSlices.Of(challenger).Where(slice => slice.Rows.Length >= minRows).ToList();
        var shown = slices.Select((slice, index) => (slice, index)).OrderByDescending(pair => pair.slice.Rows.Length).Take(MaxSlices)
            .OrderBy(pair => pair.index).Select(pair => pair.slice);
        return (
            [.. shown.Select(slice => Pair(slice.Name, slice.Rows.Length, MetricPairs.ValueOf(metric, challenger.Select(slice.Rows)), MetricPairs.ValueOf(metric, champion?.Select(slice.Rows))))],
            Math.Max(0, slices.Count - MaxSlices));

        SlicePair Pair(string name, int rows, double? ours, double? theirs) => new(name, rows, ours, theirs, MetricPair.Of(metric.Direction, ours, theirs));
    }
}
