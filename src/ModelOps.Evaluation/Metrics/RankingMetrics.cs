using ModelOps.Evaluation.Metrics.Kernels;

namespace ModelOps.Evaluation.Metrics;

/// <summary>Metrics of the order of items within queries.</summary>
internal static class RankingMetrics
{
    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        new("ndcg", MetricDirection.HigherIsBetter, [EvaluationTask.Ranking], (set, places) => new GainKernel(set, (int)places))
        {
            Parameter = MetricParameter.Places, Reach = 1, CountUnits = set => set.Queries?.Distinct().Count() ?? 1,
        },
    ];
}
