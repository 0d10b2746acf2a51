using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Runs;

/// <summary>What was logged to a run, as it is sent; null where there is nothing.</summary>
internal sealed record WireRunData(IReadOnlyList<WireMetric>? Metrics, IReadOnlyList<WireTag>? Params, IReadOnlyList<WireTag>? Tags);
