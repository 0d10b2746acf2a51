namespace ModelOps.Abstractions.Tracking;

/// <summary>An evaluation dataset of MLflow 3.</summary>
/// <param name="Id">Dataset ID.</param>
/// <param name="Name">Name, which others may have too.</param>
/// <param name="Tags">Tags by key.</param>
public sealed record EvaluationDataset(string Id, string Name, IReadOnlyDictionary<string, string> Tags);
