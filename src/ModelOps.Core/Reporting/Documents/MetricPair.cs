using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>One metric of both models.</summary>
/// <param name="Metric">Name.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Challenger">The challenger's value; null where it is not defined.</param>
/// <param name="Champion">The champion's value; null where it is not defined, or there is no champion.</param>
internal sealed record MetricPair(string Metric, MetricDirection Direction, double? Challenger, double? Champion);
