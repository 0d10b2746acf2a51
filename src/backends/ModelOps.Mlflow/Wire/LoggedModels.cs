namespace ModelOps.Mlflow.Wire;

/// <summary>The fixed part of a logged model.</summary>
internal sealed record WireLoggedModelInfo(string? ArtifactUri);
