using ModelOps.Sandbox.Runs;

namespace ModelOps.Sandbox.Metrics;

/// <summary>Values of a metric.</summary>
/// <param name="Metrics">The values; null where an empty list is not sent.</param>
/// <param name="NextPageToken">Where the next page begins; null when there is none.</param>
internal sealed record MetricHistoryAnswer(IReadOnlyList<WireMetric>? Metrics, string? NextPageToken = null);
