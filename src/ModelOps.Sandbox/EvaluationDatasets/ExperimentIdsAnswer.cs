namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Experiments of a dataset; null where an empty list is not sent.</summary>
internal sealed record ExperimentIdsAnswer(IReadOnlyList<string>? ExperimentIds);
