namespace ModelOps.Mlflow.Wire;

/// <summary>An experiment.</summary>
internal sealed record WireExperiment(string? ExperimentId, string? Name, string? LifecycleStage, IReadOnlyList<WireTag>? Tags);

/// <summary>Creates an experiment.</summary>
internal sealed record CreateExperimentRequest(string Name, IReadOnlyList<WireTag>? Tags);

/// <summary>Asks for a page of active experiments.</summary>
internal sealed record SearchExperimentsRequest(string? Filter, int MaxResults, string ViewType, string? PageToken);

/// <summary>Deletes an experiment.</summary>
internal sealed record DeleteExperimentRequest(string ExperimentId);

/// <summary>Answer to the creation of an experiment.</summary>
internal sealed record ExperimentCreated(string? ExperimentId);

/// <summary>Answer with an experiment.</summary>
internal sealed record ExperimentAnswer(WireExperiment? Experiment);

/// <summary>A page of experiments.</summary>
internal sealed record ExperimentsPage(IReadOnlyList<WireExperiment>? Experiments, string? NextPageToken);
