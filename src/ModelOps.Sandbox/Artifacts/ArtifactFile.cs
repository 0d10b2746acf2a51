namespace ModelOps.Sandbox.Artifacts;

/// <summary>One entry of a directory.</summary>
/// <param name="Path">Path relative to what was listed.</param>
/// <param name="IsDir">Whether it is a directory.</param>
/// <param name="FileSize">Bytes; null for directories and empty files.</param>
internal sealed record ArtifactFile(string Path, bool IsDir, long? FileSize);
