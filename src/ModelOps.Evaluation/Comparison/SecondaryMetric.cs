using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>A metric on which a challenger must not be worse than a champion.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="NotWorseBy">Loss that is accepted, in the metric's own unit; null when the metric is only shown.</param>
internal sealed record SecondaryMetric(IMetric Metric, double? NotWorseBy);
