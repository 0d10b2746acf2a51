using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Runs;

/// <summary>A dataset that a run used, with the tags of that use.</summary>
internal sealed record WireDatasetInput(IReadOnlyList<WireTag>? Tags, WireDataset Dataset);
