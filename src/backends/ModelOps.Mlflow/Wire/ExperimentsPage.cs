namespace ModelOps.Mlflow.Wire;

/// <summary>A page of experiments.</summary>
internal sealed record ExperimentsPage(IReadOnlyList<WireExperiment>? Experiments, string? NextPageToken);
