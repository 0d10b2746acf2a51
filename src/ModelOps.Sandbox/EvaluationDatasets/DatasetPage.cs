namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Datasets that were found; null where an empty list is not sent.</summary>
internal sealed record DatasetPage(IReadOnlyList<WireEvaluationDataset>? Datasets, string? NextPageToken);
