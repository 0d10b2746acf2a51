using ModelOps.Sandbox.Runs;

namespace ModelOps.Sandbox.Search;

/// <summary>A page of runs; null where there are none.</summary>
internal sealed record RunPage(IReadOnlyList<WireRun>? Runs, string? NextPageToken);
