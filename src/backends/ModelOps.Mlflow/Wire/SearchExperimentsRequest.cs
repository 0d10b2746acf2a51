namespace ModelOps.Mlflow.Wire;

/// <summary>Asks for a page of active experiments.</summary>
internal sealed record SearchExperimentsRequest(string? Filter, int MaxResults, string ViewType, string? PageToken);
