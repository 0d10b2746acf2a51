namespace ModelOps.Sandbox.ModelVersions;

/// <summary>Answer of get-download-uri.</summary>
internal sealed record DownloadUriAnswer(string? ArtifactUri);
