namespace ModelOps.Sandbox.Runs;

/// <summary>A logged model that a run made, with the step at which it did.</summary>
internal sealed record WireModelOutput(string ModelId, long Step);
