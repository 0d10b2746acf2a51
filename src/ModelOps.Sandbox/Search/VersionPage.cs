using ModelOps.Sandbox.Registry.Versions;

namespace ModelOps.Sandbox.Search;

/// <summary>A page of model versions; null where there are none.</summary>
internal sealed record VersionPage(IReadOnlyList<WireVersion>? ModelVersions, string? NextPageToken);
