namespace ModelOps.Mlflow.Wire;

/// <summary>A file or directory of a listing; the size is left out when it is 0.</summary>
internal sealed record WireFile(string? Path, bool IsDir, long FileSize);

/// <summary>Content of a directory.</summary>
internal sealed record FileListAnswer(IReadOnlyList<WireFile>? Files);

/// <summary>Begins a multipart upload.</summary>
internal sealed record CreateUploadRequest(string Path, int NumParts);

/// <summary>Where a part goes.</summary>
internal sealed record WireUploadPart(string? Url, int PartNumber, IReadOnlyDictionary<string, string>? Headers);

/// <summary>A multipart upload that has begun; some stores have no upload ID.</summary>
internal sealed record CreateUploadAnswer(string? UploadId, IReadOnlyList<WireUploadPart>? Credentials);

/// <summary>A part that was sent.</summary>
internal sealed record WireSentPart(int PartNumber, string? Etag, string? Url);

/// <summary>Puts the parts of an upload together.</summary>
internal sealed record CompleteUploadRequest(string Path, string? UploadId, IReadOnlyList<WireSentPart> Parts);

/// <summary>Gives an upload up.</summary>
internal sealed record AbortUploadRequest(string Path, string? UploadId);
