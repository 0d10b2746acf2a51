using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>What a model that learnt nothing but how labels are distributed reaches: a champion below it is no champion to be held against.</summary>
internal static class TrivialFloor
{
    // Values that differ by rounding are the same.
    private const double Rounding = 1e-9;

    /// <summary>Value of the constant baseline on the primary metric.</summary>
    /// <param name="plan">How models are compared.</param>
    /// <param name="set">Predictions of either model.</param>
    /// <returns>Null where it is not asked for, not defined, or can be perfect: whoever calls everything positive misses no positive.</returns>
    public static double? Of(ComparisonPlan plan, PredictionSet set)
    {
        if (!plan.HasFloor || plan.Metric.IsWonByConstants)
        {
            return null;
        }

        var value = plan.Metric.Prepare(Baselines.Constant(set)).Evaluate([]);
        return double.IsFinite(value) ? value : null;
    }

    /// <summary>Whether a value is worse than that of the baseline.</summary>
    public static bool IsBelow(IMetric metric, double value, double? floor) =>
        floor is { } least && (metric.Direction == MetricDirection.HigherIsBetter ? least - value : value - least) > Rounding * Math.Max(Math.Abs(value), Math.Abs(least));
}
