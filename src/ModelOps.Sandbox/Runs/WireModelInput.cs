namespace ModelOps.Sandbox.Runs;

/// <summary>A logged model that a run used.</summary>
internal sealed record WireModelInput(string ModelId);
