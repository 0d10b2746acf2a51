namespace ModelOps.Mlflow.Wire;

/// <summary>A logged model of MLflow 3.</summary>
internal sealed record WireLoggedModel(WireLoggedModelInfo? Info);
