namespace ModelOps.Mlflow.Wire;

/// <summary>A page of runs.</summary>
internal sealed record RunsPage(IReadOnlyList<WireRun>? Runs, string? NextPageToken);
