using ModelOps.Sandbox.Experiments;

namespace ModelOps.Sandbox.Search;

/// <summary>A page of experiments; null where there are none.</summary>
internal sealed record ExperimentPage(IReadOnlyList<WireExperiment>? Experiments, string? NextPageToken);
