namespace ModelOps.Mlflow.Wire;

/// <summary>Asks for a page of runs.</summary>
internal sealed record SearchRunsRequest(
    IReadOnlyList<string> ExperimentIds,
    string? Filter,
    int MaxResults,
    IReadOnlyList<string> OrderBy,
    string? PageToken);
