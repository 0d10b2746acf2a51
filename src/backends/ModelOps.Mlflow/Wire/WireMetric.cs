namespace ModelOps.Mlflow.Wire;

/// <summary>The last value of a metric of a run.</summary>
internal sealed record WireMetric(string? Key, double Value);
