using ModelOps.Sandbox.ModelVersions;

namespace ModelOps.Sandbox.RegisteredModels;

/// <summary>Answer of get-latest-versions.</summary>
internal sealed record LatestVersionsAnswer(List<WireVersion>? ModelVersions);
