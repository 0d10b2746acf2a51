namespace ModelOps.Sandbox.Search;

/// <summary>Datasets that were found; null where an empty list is not sent.</summary>
internal sealed record DatasetPage(IReadOnlyList<WireDatasetSummary>? DatasetSummaries);
