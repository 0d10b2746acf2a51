namespace ModelOps.Mlflow.Wire;

/// <summary>A logged model of MLflow 3.</summary>
internal sealed record WireLoggedModel(WireLoggedModelInfo? Info);

/// <summary>The fixed part of a logged model.</summary>
internal sealed record WireLoggedModelInfo(string? ArtifactUri);

/// <summary>Answer with a logged model of MLflow 3.</summary>
internal sealed record LoggedModelAnswer(WireLoggedModel? Model);
