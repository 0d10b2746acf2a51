using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>What was logged of a logged model; null where there is nothing.</summary>
internal sealed record WireLoggedModelData(IReadOnlyList<WireTag>? Params, IReadOnlyList<WireModelMetric>? Metrics);
