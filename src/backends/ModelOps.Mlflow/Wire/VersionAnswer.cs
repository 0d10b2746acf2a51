namespace ModelOps.Mlflow.Wire;

/// <summary>Answer with a model version.</summary>
internal sealed record VersionAnswer(WireVersion? ModelVersion);
