namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Answer of the calls that concern one version.</summary>
internal sealed record VersionAnswer(WireVersion ModelVersion);
