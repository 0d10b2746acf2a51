namespace ModelOps.Mlflow.Wire;

/// <summary>Begins a multipart upload.</summary>
internal sealed record CreateUploadRequest(string Path, int NumParts);
