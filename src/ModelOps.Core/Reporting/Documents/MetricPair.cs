using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>One metric of both models.</summary>
/// <param name="Metric">Name.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Challenger">The challenger's value; null where it is not defined.</param>
/// <param name="Champion">The champion's value; null where it is not defined, or there is no champion.</param>
internal sealed record MetricPair(string Metric, MetricDirection Direction, double? Challenger, double? Champion)
{
    /// <summary>Difference of both, above 0 where the challenger is better, as effects are.</summary>
    public double? Difference => Of(Direction, Challenger, Champion);

    /// <summary>Difference of two values of a metric, above 0 where the challenger's is better.</summary>
    public static double? Of(MetricDirection direction, double? challenger, double? champion) =>
        direction == MetricDirection.HigherIsBetter ? challenger - champion : champion - challenger;
}
