using ModelOps.Sandbox.Registry.Versions;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Answer of get-latest-versions.</summary>
internal sealed record LatestVersionsAnswer(List<WireVersion>? ModelVersions);
