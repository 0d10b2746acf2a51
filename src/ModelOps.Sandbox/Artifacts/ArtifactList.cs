namespace ModelOps.Sandbox.Artifacts;

/// <summary>What a directory holds.</summary>
/// <param name="RootUri">Artifact location that the paths are relative to; null where it is not told.</param>
/// <param name="Files">Its entries; null when there are none.</param>
internal sealed record ArtifactList(string? RootUri, IReadOnlyList<ArtifactFile>? Files);
