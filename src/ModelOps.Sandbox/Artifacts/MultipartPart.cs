namespace ModelOps.Sandbox.Artifacts;

/// <summary>A part that was received.</summary>
/// <param name="ETag">Its mark, which the caller has to name.</param>
/// <param name="File">File that holds it.</param>
/// <param name="Offset">Where it starts in that file.</param>
/// <param name="Length">Its bytes.</param>
internal sealed record MultipartPart(string ETag, string File, long Offset, long Length);
