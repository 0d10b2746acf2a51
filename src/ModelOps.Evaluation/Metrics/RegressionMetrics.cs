using ModelOps.Evaluation.Metrics.Kernels;

namespace ModelOps.Evaluation.Metrics;

/// <summary>Metrics of predicted numbers.</summary>
internal static class RegressionMetrics
{
    private static readonly EvaluationTask[] Regression = [EvaluationTask.Regression];

    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        Loss("mae", (set, _) => Mean(set, RowLosses.Absolute)),
        Loss("rmse", (set, _) => new RowMeanKernel(set, RowLosses.Squared, (sum, total) => Math.Sqrt(sum / total))),
        Loss("mse", (set, _) => Mean(set, RowLosses.Squared)),
        Loss("max_error", (set, _) => new LargestKernel(RowLosses.Absolute(set), set.Weights)) with { IsExtreme = true },
        Loss("mape", (set, _) => Mean(set, RowLosses.AbsolutePercentage)),
        Loss("pinball", (set, alpha) => Mean(set, rows => RowLosses.Pinball(rows, alpha))) with { Parameter = MetricParameter.Alpha },
        Loss("median_ae", (set, _) => new MedianKernel(RowLosses.Absolute(set), set.Weights)),
        new("r2", MetricDirection.HigherIsBetter, Regression, (set, _) => new DeterminationKernel(set)),
    ];

    private static MetricFamily Loss(string name, Func<PredictionSet, double, IMetricKernel> prepare) =>
        new(name, MetricDirection.LowerIsBetter, Regression, prepare);

    private static RowMeanKernel Mean(PredictionSet set, Func<PredictionSet, double[]> losses) => new(set, losses, (sum, total) => sum / total);
}
