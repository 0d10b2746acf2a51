namespace ModelOps.Sandbox.Runs;

/// <summary>What a run used, as it is sent; null where there is nothing.</summary>
internal sealed record WireRunInputs(IReadOnlyList<WireDatasetInput>? DatasetInputs, IReadOnlyList<WireModelInput>? ModelInputs);
