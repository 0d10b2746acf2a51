namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>How many records are new, and how many changed.</summary>
internal sealed record UpsertAnswer(long InsertedCount, long UpdatedCount);
