namespace ModelOps.Mlflow.Wire;

/// <summary>Answer with a logged model of MLflow 3.</summary>
internal sealed record LoggedModelAnswer(WireLoggedModel? Model);
