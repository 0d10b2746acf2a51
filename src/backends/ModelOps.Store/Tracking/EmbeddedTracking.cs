using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>The tracking store in an embedded store.</summary>
internal sealed class EmbeddedTracking(StoreDatabase database, string artifactRootUri, TimeProvider time) : ITrackingStore
{
    /// <inheritdoc />
    public Task<string?> FindExperimentAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ExperimentRows.FindActive(connection, name), cancellationToken);

    /// <inheritdoc />
    public Task<string> EnsureExperimentAsync(string name, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        TagLimits.RequireModelTags(tags);
        return database.WriteAsync(connection => ExperimentRows.Ensure(connection, name, artifactRootUri, tags, time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Experiment?> ReadExperimentAsync(string experimentId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ExperimentTagRows.Find(connection, experimentId), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<Experiment> ListExperimentsAsync(string tagKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var experiment in await database.ReadAsync(connection => ExperimentTagRows.List(connection, tagKey), cancellationToken).ConfigureAwait(false))
        {
            yield return experiment;
        }
    }

    /// <inheritdoc />
    public Task DeleteExperimentAsync(string experimentId, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => ExperimentTagRows.Delete(connection, experimentId, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<EvaluationDataset> ListEvaluationDatasetsAsync(
        string tagKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var dataset in await database.ReadAsync(connection => EvaluationDatasetRows.List(connection, tagKey), cancellationToken).ConfigureAwait(false))
        {
            yield return dataset;
        }
    }

    /// <inheritdoc />
    public Task<EvaluationDataset?> ReadEvaluationDatasetAsync(string datasetId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => EvaluationDatasetRows.Find(connection, datasetId), cancellationToken);

    /// <inheritdoc />
    public Task DeleteEvaluationDatasetAsync(string datasetId, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => EvaluationDatasetRows.Delete(connection, datasetId), cancellationToken);

    /// <inheritdoc />
    public Task<Run> CreateRunAsync(RunDraft draft, CancellationToken cancellationToken)
    {
        TagLimits.RequireRunTags(draft.Tags);
        return database.WriteAsync(connection => RunRows.Insert(connection, draft), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Run?> FindRunAsync(string runId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RunRows.Find(connection, runId), cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindLoggedModelAsync(string modelId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => LoggedModelRows.FindLocation(connection, modelId), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<LoggedModel> ListLoggedModelsAsync(Run run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var model in await database.ReadAsync(connection => LoggedModelRows.OfRun(connection, run.Id), cancellationToken).ConfigureAwait(false))
        {
            yield return model;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Run> ListRunsAsync(
        string experimentId, Tag? withTag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var runs = await database.ReadAsync(connection => RunRows.List(connection, experimentId, withTag), cancellationToken).ConfigureAwait(false);
        foreach (var run in runs)
        {
            yield return run;
        }
    }

    /// <inheritdoc />
    public Task SetRunTagsAsync(string runId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        TagLimits.RequireRunTags(tags);
        return database.WriteAsync(connection => RunRows.SetTags(connection, runId, tags), cancellationToken);
    }

    /// <inheritdoc />
    public Task LogMetricsAsync(string runId, IReadOnlyList<LoggedMetric> metrics, CancellationToken cancellationToken)
    {
        RunLogLimits.Require(metrics);
        return database.WriteAsync(connection => RunLogRows.AddMetrics(connection, runId, metrics), cancellationToken);
    }

    /// <inheritdoc />
    public Task LogParametersAsync(string runId, IReadOnlyList<Parameter> parameters, CancellationToken cancellationToken)
    {
        RunLogLimits.Require(parameters);
        return database.WriteAsync(connection => RunLogRows.AddParameters(connection, runId, parameters), cancellationToken);
    }

    /// <inheritdoc />
    public Task EndRunAsync(string runId, RunStatus status, DateTimeOffset endedAt, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => RunRows.End(connection, runId, status, endedAt), cancellationToken);
}
