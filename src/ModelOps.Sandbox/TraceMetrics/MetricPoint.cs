using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.TraceMetrics;

/// <summary>Values of one group of rows.</summary>
/// <param name="Dimensions">What the group is told apart by.</param>
/// <param name="Values">A value for each label; null where there is none.</param>
internal sealed record MetricPoint(IReadOnlyList<WireTag> Dimensions, IReadOnlyList<double?> Values);
