namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>How many records are gone.</summary>
internal sealed record DeletedAnswer(long DeletedCount);
