namespace ModelOps.Sandbox.Metrics;

/// <summary>Values of a metric of many runs.</summary>
internal sealed record RunMetricsAnswer(IReadOnlyList<RunMetric> Metrics);
