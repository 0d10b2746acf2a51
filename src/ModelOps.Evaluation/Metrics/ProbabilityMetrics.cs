using ModelOps.Evaluation.Metrics.Kernels;

namespace ModelOps.Evaluation.Metrics;

/// <summary>Metrics of the probabilities of classes.</summary>
internal static class ProbabilityMetrics
{
    private static readonly EvaluationTask[] Classes = [EvaluationTask.Binary, EvaluationTask.Multiclass];

    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        Of("roc_auc", MetricDirection.HigherIsBetter, (set, _) => OneVersusRestKernel.Of(set, (scores, isPositive, weights) => new RocAucKernel(scores, isPositive, weights)))
            with { TakesScores = true, Reach = 1, CountUnits = Pairs },
        Of("pr_auc", MetricDirection.HigherIsBetter, (set, _) => OneVersusRestKernel.Of(set, (scores, isPositive, weights) => new AveragePrecisionKernel(scores, isPositive, weights)))
            with { TakesScores = true, Reach = 1 },
        Of("log_loss", MetricDirection.LowerIsBetter, (set, _) => new RowMeanKernel(set, RowLosses.Log, (sum, total) => sum / total)),
        Of("brier", MetricDirection.LowerIsBetter, (set, _) => new RowMeanKernel(set, RowLosses.Brier, (sum, total) => sum / total))
            with { Reach = 2, CountUnits = set => set.Task == EvaluationTask.Binary ? set.Count : null },
        Of("ece", MetricDirection.LowerIsBetter, (set, bins) => new CalibrationKernel(set, (int)bins))
            with { Parameter = MetricParameter.Bins, Reach = 1, IsWonByConstants = true },
    ];

    // Rows of both classes drawn into pairs, each row in one of them, are independent, and the area is the mean of their order.
    private static int? Pairs(PredictionSet set) =>
        set.Task == EvaluationTask.Binary && set.Labels.Count(label => label == 1) is var positives ? Math.Min(positives, set.Count - positives) : null;

    private static MetricFamily Of(string name, MetricDirection direction, Func<PredictionSet, double, IMetricKernel> prepare) =>
        new(name, direction, Classes, prepare) { NeedsProbabilities = true };
}
