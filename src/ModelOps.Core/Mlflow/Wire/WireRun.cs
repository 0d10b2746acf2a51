namespace ModelOps.Core.Mlflow.Wire;

/// <summary>A run.</summary>
internal sealed record WireRun(WireRunInfo? Info, WireRunData? Data);
