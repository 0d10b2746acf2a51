namespace ModelOps.Mlflow.Wire;

/// <summary>Changes the state of a run.</summary>
internal sealed record UpdateRunRequest(string RunId, string Status, long EndTime);
