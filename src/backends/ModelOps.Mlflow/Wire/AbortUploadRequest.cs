namespace ModelOps.Mlflow.Wire;

/// <summary>Gives an upload up.</summary>
internal sealed record AbortUploadRequest(string Path, string? UploadId);
