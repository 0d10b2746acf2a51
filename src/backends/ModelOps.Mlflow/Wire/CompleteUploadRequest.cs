namespace ModelOps.Mlflow.Wire;

/// <summary>Puts the parts of an upload together.</summary>
internal sealed record CompleteUploadRequest(string Path, string? UploadId, IReadOnlyList<WireSentPart> Parts);
