namespace ModelOps.Mlflow.Wire;

/// <summary>A run.</summary>
internal sealed record WireRun(WireRunInfo? Info, WireRunData? Data);
