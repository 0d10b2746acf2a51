namespace ModelOps.Sandbox.Artifacts;

/// <summary>What a caller needs to upload a file in parts.</summary>
/// <param name="UploadId">Name of the upload.</param>
/// <param name="Credentials">One place for each part.</param>
internal sealed record MultipartTicket(string UploadId, IReadOnlyList<MultipartCredential> Credentials);
