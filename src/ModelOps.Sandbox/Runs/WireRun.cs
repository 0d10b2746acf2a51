namespace ModelOps.Sandbox.Runs;

/// <summary>A run as it is sent.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Data">What was logged.</param>
/// <param name="Inputs">What went in.</param>
/// <param name="Outputs">What came out; null for releases that do not send it.</param>
internal sealed record WireRun(WireRunInfo Info, WireRunData Data, WireRunInputs Inputs, WireRunOutputs? Outputs);
