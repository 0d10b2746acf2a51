namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>One dataset.</summary>
internal sealed record DatasetAnswer(WireEvaluationDataset Dataset);
