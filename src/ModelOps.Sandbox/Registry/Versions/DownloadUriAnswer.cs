namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Answer of get-download-uri.</summary>
internal sealed record DownloadUriAnswer(string? ArtifactUri);
