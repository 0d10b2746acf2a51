using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>Metrics of both models.</summary>
internal static class MetricPairs
{
    /// <summary>The metrics that somebody asked for, then the others that are usual for the task.</summary>
    public static IReadOnlyList<MetricPair> Of(PredictionSet challenger, PredictionSet? champion, IReadOnlyList<IMetric> asked) =>
    [
        .. asked.Concat(MetricCatalog.For(challenger.Task, challenger.Outputs)).DistinctBy(metric => metric.Name).AsParallel().AsOrdered()
            .Select(metric => new MetricPair(metric.Name, metric.Direction, ValueOf(metric, challenger), ValueOf(metric, champion))),
    ];

    /// <summary>Value of a metric; null where it is not defined, or needs probabilities that are not there.</summary>
    public static double? ValueOf(IMetric metric, PredictionSet? set)
    {
        if (set is not { Count: > 0 } || MetricFit.FindProblem(metric, set.Outputs) is not null)
        {
            return null;
        }

        var value = metric.Prepare(set).Evaluate([]);
        return double.IsFinite(value) ? value : null;
    }
}
