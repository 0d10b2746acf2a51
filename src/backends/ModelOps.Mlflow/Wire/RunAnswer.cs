namespace ModelOps.Mlflow.Wire;

/// <summary>Answer with a run.</summary>
internal sealed record RunAnswer(WireRun? Run);
