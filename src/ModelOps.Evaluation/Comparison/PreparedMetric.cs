using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>One metric, prepared for both models.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Challenger">The metric over the challenger's predictions.</param>
/// <param name="Champion">The metric over the champion's predictions.</param>
internal sealed record PreparedMetric(IMetric Metric, IMetricKernel Challenger, IMetricKernel Champion)
{
    /// <summary>Prepares a metric for both models.</summary>
    public static PreparedMetric Prepare(IMetric metric, PredictionSet challenger, PredictionSet champion) =>
        new(metric, metric.Prepare(challenger), metric.Prepare(champion));

    /// <summary>Difference of both models, above 0 where the challenger is better; NaN where the metric is not defined.</summary>
    /// <param name="counts">How often every row counts; empty when every row counts once.</param>
    public double Effect(ReadOnlySpan<byte> counts) => Effect(Challenger.Evaluate(counts), Champion.Evaluate(counts));

    /// <summary>Difference of two values of the metric, above 0 where the challenger's is better.</summary>
    public double Effect(double challenger, double champion) =>
        Metric.Direction == MetricDirection.HigherIsBetter ? challenger - champion : champion - challenger;

    /// <summary>The values of both models on the rows as they are.</summary>
    /// <param name="largest">What they have to be below.</param>
    /// <exception cref="ModelOpsException">One has no value, or none that could be compared (MOP6006, exit 2).</exception>
    public (double Challenger, double Champion) Values(double largest)
    {
        var values = (Challenger: Challenger.Evaluate([]), Champion: Champion.Evaluate([]));
        return Math.Abs(values.Challenger) < largest && Math.Abs(values.Champion) < largest
            ? values
            : throw new ModelOpsException(ExitCode.BadInput, EvaluationDiagnostics.Undefined.At($"{Metric.Name} has no value on the rows that are compared, or none below {largest}."));
    }
}
