namespace ModelOps.Mlflow.Wire;

/// <summary>Where the files of a version are.</summary>
internal sealed record DownloadUriAnswer(string? ArtifactUri);
