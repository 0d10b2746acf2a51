namespace ModelOps.Sandbox.Runs;

/// <summary>What a run made, as it is sent; null where there is nothing.</summary>
internal sealed record WireRunOutputs(IReadOnlyList<WireModelOutput>? ModelOutputs);
