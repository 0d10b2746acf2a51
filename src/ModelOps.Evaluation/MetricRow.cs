using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation;

/// <summary>One metric of a model.</summary>
/// <param name="Metric">Name.</param>
/// <param name="Value">Value; null where the metric is not defined on the rows.</param>
/// <param name="Direction">Which way is better.</param>
public sealed record MetricRow(string Metric, double? Value, MetricDirection Direction);
