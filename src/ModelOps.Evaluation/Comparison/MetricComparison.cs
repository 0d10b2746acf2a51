using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>A metric of both models with the evidence of its difference.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Challenger">The challenger's value.</param>
/// <param name="Champion">The champion's value.</param>
/// <param name="Evidence">Evidence of the difference.</param>
internal sealed record MetricComparison(IMetric Metric, double Challenger, double Champion, IEffectEvidence Evidence)
{
    /// <summary>Difference of the values, above 0 where the challenger's is better; the effect may be that of the typical row.</summary>
    public double Difference => Metric.Direction == MetricDirection.HigherIsBetter ? Challenger - Champion : Champion - Challenger;
}
