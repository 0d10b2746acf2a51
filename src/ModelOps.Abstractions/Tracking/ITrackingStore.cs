using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Abstractions.Tracking;

/// <summary>Port of a tracking store. Every call fails with <see cref="ModelOpsException"/> and a code MOP20xx; a store that is only read with MOP23xx.</summary>
public interface ITrackingStore
{
    /// <summary>
    /// The name under which the store keeps an experiment that the toolkit names, such as <c>modelops/churn</c>. Most stores take names as they are;
    /// a workspace whose experiments are paths answers the absolute one. What is in the store's own form already comes back as it is.
    /// </summary>
    /// <param name="name">The toolkit's name.</param>
    string PlaceExperiment(string name) => name;

    /// <summary>Finds an active experiment by name and returns its ID; null when there is none.</summary>
    Task<string?> FindExperimentAsync(string name, CancellationToken cancellationToken);

    /// <summary>Creates an experiment, or finds the one that exists already, also by a concurrent call.</summary>
    /// <returns>Experiment ID.</returns>
    Task<string> EnsureExperimentAsync(string name, CancellationToken cancellationToken) => EnsureExperimentAsync(name, [], cancellationToken);

    /// <summary>The same, with tags that are written in the create request itself.</summary>
    /// <returns>Experiment ID.</returns>
    Task<string> EnsureExperimentAsync(string name, IReadOnlyList<Tag> tags, CancellationToken cancellationToken);

    /// <summary>Creates an experiment of which none is expected; null when there is one of this name already.</summary>
    /// <returns>Experiment ID of the one that this call created, or that a concurrent call was just creating.</returns>
    async Task<string?> TryCreateExperimentAsync(string name, CancellationToken cancellationToken) =>
        await FindExperimentAsync(name, cancellationToken) is null ? await EnsureExperimentAsync(name, cancellationToken) : null;

    /// <summary>Reads an active experiment; null when there is none of this ID.</summary>
    Task<Experiment?> ReadExperimentAsync(string experimentId, CancellationToken cancellationToken);

    /// <summary>Lists active experiments that carry a tag, whatever its value. Read an experiment before it is changed: a search may lag behind.</summary>
    IAsyncEnumerable<Experiment> ListExperimentsAsync(string tagKey, CancellationToken cancellationToken);

    /// <summary>Deletes an experiment with its runs, as MLflow does: they can be restored until they are deleted for good. One that is gone is fine.</summary>
    Task DeleteExperimentAsync(string experimentId, CancellationToken cancellationToken);

    /// <summary>Lists evaluation datasets of MLflow 3 that carry a tag, whatever its value; none where the store does not know them.</summary>
    IAsyncEnumerable<EvaluationDataset> ListEvaluationDatasetsAsync(string tagKey, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<EvaluationDataset>();

    /// <summary>Reads an evaluation dataset; null when there is none of this ID.</summary>
    Task<EvaluationDataset?> ReadEvaluationDatasetAsync(string datasetId, CancellationToken cancellationToken) =>
        Task.FromResult<EvaluationDataset?>(null);

    /// <summary>Deletes an evaluation dataset with its records, for good. One that is gone is fine.</summary>
    Task DeleteEvaluationDatasetAsync(string datasetId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Creates a run in state RUNNING.</summary>
    Task<Run> CreateRunAsync(RunDraft draft, CancellationToken cancellationToken);

    /// <summary>Finds a run, also a deleted one; null when it does not exist.</summary>
    Task<Run?> FindRunAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Artifact location of a logged model of MLflow 3, by its ID; null when there is none.</summary>
    Task<string?> FindLoggedModelAsync(string modelId, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Logged models of MLflow 3 that a run made and that are ready, newest first; none where the store does not know them.</summary>
    IAsyncEnumerable<LoggedModel> ListLoggedModelsAsync(Run run, CancellationToken cancellationToken) => AsyncEnumerable.Empty<LoggedModel>();

    /// <summary>Lists active runs of an experiment, newest start first.</summary>
    /// <param name="experimentId">Experiment.</param>
    /// <param name="withTag">Only runs with exactly this tag; null for all.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<Run> ListRunsAsync(string experimentId, Tag? withTag, CancellationToken cancellationToken);

    /// <summary>Writes tags of a run, replacing those of the same keys.</summary>
    Task SetRunTagsAsync(string runId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken);

    /// <summary>
    /// Logs values of metrics to an active run, also one that has ended. Whatever is repeated, value for value with its time and step, is logged once.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="metrics">The values, any number: they are sent in batches, so that a failure may leave the first ones behind.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    Task LogMetricsAsync(string runId, IReadOnlyList<LoggedMetric> metrics, CancellationToken cancellationToken);

    /// <summary>
    /// Logs parameters to an active run, also one that has ended. One that is there with the same value is fine; one with another value is refused, because
    /// a parameter never changes: read <see cref="Run.Parameters"/> first.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="parameters">The parameters, no name twice, any number: they are sent in batches.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    Task LogParametersAsync(string runId, IReadOnlyList<Parameter> parameters, CancellationToken cancellationToken);

    /// <summary>Ends a run.</summary>
    Task EndRunAsync(string runId, RunStatus status, DateTimeOffset endedAt, CancellationToken cancellationToken);
}
