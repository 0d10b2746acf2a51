namespace ModelOps.Mlflow.Wire;

/// <summary>Answer with a registered model.</summary>
internal sealed record ModelAnswer(WireModel? RegisteredModel);
