namespace ModelOps.Sandbox.Runs;

/// <summary>One run.</summary>
internal sealed record RunAnswer(WireRun Run);
