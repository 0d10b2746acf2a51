using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;
using ModelOps.FileStore.Reading;

namespace ModelOps.FileStore;

/// <summary>Experiments, runs and logged models in a file store.</summary>
internal sealed class FileTracking : ITrackingStore
{
    private readonly StoreRoot _store;
    private readonly Experiments _experiments;
    private readonly RunFiles _runs;
    private readonly LoggedModels _models;

    public FileTracking(StoreRoot store)
    {
        (_store, _experiments) = (store, new(store));
        (_runs, _models) = (new(store, _experiments), new(store, _experiments));
    }

    /// <inheritdoc />
    public Task<string?> FindExperimentAsync(string name, CancellationToken cancellationToken) =>
        Read(() => _experiments.All.FirstOrDefault(experiment => experiment.Name == name)?.Id, cancellationToken);

    /// <inheritdoc />
    public Task<Experiment?> ReadExperimentAsync(string experimentId, CancellationToken cancellationToken) =>
        Read(() => _experiments.Find(experimentId), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Experiment> ListExperimentsAsync(string tagKey, CancellationToken cancellationToken) =>
        Listing.Of(_experiments.All.Where(experiment => experiment.Tags.ContainsKey(tagKey)), cancellationToken);

    /// <inheritdoc />
    public Task<Run?> FindRunAsync(string runId, CancellationToken cancellationToken) => Read(() => _runs.Find(runId), cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindLoggedModelAsync(string modelId, CancellationToken cancellationToken) =>
        Read(() => _models.Find(modelId)?.ArtifactUri, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<LoggedModel> ListLoggedModelsAsync(Run run, CancellationToken cancellationToken) => Listing.Of(_models.Of(run), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Run> ListRunsAsync(string experimentId, Tag? withTag, CancellationToken cancellationToken) => Listing.Of(
        _runs.List(experimentId).Where(run => withTag is null || run.Tags.GetValueOrDefault(withTag.Key) == withTag.Value), cancellationToken);

    /// <inheritdoc />
    public Task<string> EnsureExperimentAsync(string name, IReadOnlyList<Tag> tags, CancellationToken cancellationToken) =>
        throw Refused($"making the experiment '{name}'");

    /// <inheritdoc />
    public Task DeleteExperimentAsync(string experimentId, CancellationToken cancellationToken) => throw Refused($"deleting the experiment '{experimentId}'");

    /// <inheritdoc />
    public Task<Run> CreateRunAsync(RunDraft draft, CancellationToken cancellationToken) => throw Refused($"making the run '{draft.Name}'");

    /// <inheritdoc />
    public Task SetRunTagsAsync(string runId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken) => throw Refused($"tagging the run '{runId}'");

    /// <inheritdoc />
    public Task LogMetricsAsync(string runId, IReadOnlyList<LoggedMetric> metrics, CancellationToken cancellationToken) =>
        throw Refused($"logging to the run '{runId}'");

    /// <inheritdoc />
    public Task LogParametersAsync(string runId, IReadOnlyList<Parameter> parameters, CancellationToken cancellationToken) =>
        throw Refused($"logging to the run '{runId}'");

    /// <inheritdoc />
    public Task EndRunAsync(string runId, RunStatus status, DateTimeOffset endedAt, CancellationToken cancellationToken) =>
        throw Refused($"ending the run '{runId}'");

    private static Task<T> Read<T>(Func<T> read, CancellationToken cancellationToken) => Task.Run(read, cancellationToken);

    private Abstractions.Diagnostics.ModelOpsException Refused(string what) => StoreErrors.ReadOnly(_store.Directory, what);
}
