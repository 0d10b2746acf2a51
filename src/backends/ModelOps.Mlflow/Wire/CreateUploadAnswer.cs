namespace ModelOps.Mlflow.Wire;

/// <summary>A multipart upload that has begun; some stores have no upload ID.</summary>
internal sealed record CreateUploadAnswer(string? UploadId, IReadOnlyList<WireUploadPart>? Credentials);
