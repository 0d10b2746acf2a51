namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Records, text of a JSON list.</summary>
internal sealed record RecordPage(string Records, string? NextPageToken);
