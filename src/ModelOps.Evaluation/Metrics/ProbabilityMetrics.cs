using ModelOps.Evaluation.Metrics.Kernels;

namespace ModelOps.Evaluation.Metrics;

/// <summary>Metrics of the probabilities of classes.</summary>
internal static class ProbabilityMetrics
{
    private static readonly EvaluationTask[] Classes = [EvaluationTask.Binary, EvaluationTask.Multiclass];

    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        Of("roc_auc", MetricDirection.HigherIsBetter, (set, _) => OneVersusRestKernel.Of(set, (scores, isPositive, weights) => new RocAucKernel(scores, isPositive, weights))),
        Of("pr_auc", MetricDirection.HigherIsBetter, (set, _) => OneVersusRestKernel.Of(set, (scores, isPositive, weights) => new AveragePrecisionKernel(scores, isPositive, weights))),
        Of("log_loss", MetricDirection.LowerIsBetter, (set, _) => new RowMeanKernel(set, RowLosses.Log, (sum, total) => sum / total)),
        Of("brier", MetricDirection.LowerIsBetter, (set, _) => new RowMeanKernel(set, RowLosses.Brier, (sum, total) => sum / total)),
        Of("ece", MetricDirection.LowerIsBetter, (set, bins) => new CalibrationKernel(set, (int)bins)) with { Parameter = MetricParameter.Bins },
    ];

    private static MetricFamily Of(string name, MetricDirection direction, Func<PredictionSet, double, IMetricKernel> prepare) =>
        new(name, direction, Classes, prepare) { NeedsProbabilities = true };
}
