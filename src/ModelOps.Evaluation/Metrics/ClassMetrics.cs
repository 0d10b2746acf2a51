using ModelOps.Evaluation.Metrics.Kernels;

namespace ModelOps.Evaluation.Metrics;

/// <summary>
/// Metrics of predicted classes. Precision, recall and F are those of the positive class for a binary task and the macro average for a
/// multiclass one, unless the name ends in an average.
/// </summary>
internal static class ClassMetrics
{
    private static readonly EvaluationTask[] Binary = [EvaluationTask.Binary];
    private static readonly EvaluationTask[] Classes = [EvaluationTask.Binary, EvaluationTask.Multiclass];

    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        new("accuracy", MetricDirection.HigherIsBetter, Classes, (set, _) => new RowMeanKernel(set, RowLosses.WrongClass, (sum, total) => (total - sum) / total)) { NeedsClasses = true, Reach = 1, CountUnits = set => set.Count },
        Of("balanced_accuracy", Classes, ClassScores.BalancedAccuracy),
        Of("specificity", Binary, ClassScores.Specificity) with { IsWonByConstants = true },
        Of("mcc", Classes, ClassScores.Matthews) with { Reach = 2 },
        Of("kappa", Classes, ClassScores.Kappa) with { Reach = 2 },
        .. Averaged(""),
        .. Averaged("_macro", ClassAverage.Macro),
        .. Averaged("_micro", ClassAverage.Micro),
        .. Averaged("_weighted", ClassAverage.Weighted),
    ];

    private static IEnumerable<MetricFamily> Averaged(string suffix, ClassAverage? average = null) =>
    [
        Of("precision" + suffix, average, _ => PerClassScores.Precision),
        Of("recall" + suffix, average, _ => PerClassScores.Recall) with { IsWonByConstants = true },
        Of("f1" + suffix, average, _ => PerClassScores.FBeta(1)),
        Of("fbeta" + suffix, average, PerClassScores.FBeta) with { Parameter = MetricParameter.Beta },
    ];

    private static MetricFamily Of(string name, ClassAverage? average, Func<double, Func<ClassTally, double>> score) =>
        new(name, MetricDirection.HigherIsBetter, Classes, (set, parameter) =>
        {
            var perClass = score(parameter);
            var form = average ?? (set.Task == EvaluationTask.Binary ? ClassAverage.Positive : ClassAverage.Macro);
            return new ConfusionKernel(set, sums => PerClassScores.Average(sums, form, perClass));
        }) { NeedsClasses = true, Reach = 1 };

    private static MetricFamily Of(string name, EvaluationTask[] tasks, Func<ClassSums, double> score) =>
        new(name, MetricDirection.HigherIsBetter, tasks, (set, _) => new ConfusionKernel(set, score)) { NeedsClasses = true, Reach = 1 };
}
