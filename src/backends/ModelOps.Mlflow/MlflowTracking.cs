using System.Runtime.CompilerServices;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Experiments and runs of an MLflow server.</summary>
internal sealed class MlflowTracking(MlflowClient client) : ITrackingStore
{
    private const int PageSize = 1000;

    // A run comes with all that was logged to it, a thousand metrics for some; an answer has a limit.
    private const int RunsPerPage = 100;

    private readonly RunLog _log = new(client);
    private readonly EvaluationDatasetCalls _datasets = new(client);

    public async Task<string?> FindExperimentAsync(string name, CancellationToken cancellationToken)
    {
        var experiment = await FindAsync(name, cancellationToken);
        return experiment is null ? null : WireReader.Experiment(experiment)?.Id;
    }

    public async Task<string> EnsureExperimentAsync(string name, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        if (await FindExperimentAsync(name, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            return await CreateOnce.RunAsync(token => CreateAsync(name, tags, token), token => FindExperimentAsync(name, token), client.PauseAsync, cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.AlreadyExists(exception))
        {
            return await FindExperimentAsync(name, cancellationToken) ?? throw new ModelOpsException(
                ExitCode.RemoteFailure,
                RegistryDiagnostics.ServerError.At($"The experiment '{name}' exists but is deleted. Expected an active one: restore it, or delete it for good (`mlflow gc`)."),
                exception);
        }
    }

    public async Task<string?> TryCreateExperimentAsync(string name, CancellationToken cancellationToken)
    {
        string? created = null;
        try
        {
            await CreateOnce.RunAsync(
                async token => created = await CreateAsync(name, [], token), token => FindExperimentAsync(name, token), client.PauseAsync, cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.AlreadyExists(exception) || MlflowErrors.IsForbidden(exception))
        {
            // Who may write into an experiment need not be allowed to create one.
        }

        // One that was found after a lost answer may have been there before.
        return created;
    }

    public async Task<Experiment?> ReadExperimentAsync(string experimentId, CancellationToken cancellationToken)
    {
        var path = $"/mlflow/experiments/get?experiment_id={Uri.EscapeDataString(experimentId)}";
        var answer = await client.FindAsync(path, WireJson.Mlflow.ExperimentAnswer, cancellationToken);
        return answer is null ? null : WireReader.Experiment(answer.Experiment);
    }

    public async IAsyncEnumerable<Experiment> ListExperimentsAsync(string tagKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var wire in Pages.ReadAsync((token, budget) => SearchExperimentsAsync(SearchFilter.HasTag(tagKey), token, budget, cancellationToken), cancellationToken))
        {
            if (WireReader.Experiment(wire) is { } experiment && experiment.Tags.ContainsKey(tagKey))
            {
                yield return experiment;
            }
        }
    }

    public Task DeleteExperimentAsync(string experimentId, CancellationToken cancellationToken) => client.DeleteAsync(
        HttpMethod.Post,
        "/mlflow/experiments/delete",
        new DeleteExperimentRequest(experimentId),
        WireJson.Mlflow.DeleteExperimentRequest,
        cancellationToken);

    public async IAsyncEnumerable<EvaluationDataset> ListEvaluationDatasetsAsync(
        string tagKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var dataset in await _datasets.ListAsync(tagKey, cancellationToken))
        {
            yield return dataset;
        }
    }

    public Task<EvaluationDataset?> ReadEvaluationDatasetAsync(string datasetId, CancellationToken cancellationToken) =>
        _datasets.FindAsync(datasetId, cancellationToken);

    public Task DeleteEvaluationDatasetAsync(string datasetId, CancellationToken cancellationToken) => _datasets.DeleteAsync(datasetId, cancellationToken);

    public Task<Run> CreateRunAsync(RunDraft draft, CancellationToken cancellationToken) =>
        CreateOnce.RunAsync(token => CreateAsync(draft, token), token => FindAsync(draft, token), client.PauseAsync, cancellationToken);

    public async Task<Run?> FindRunAsync(string runId, CancellationToken cancellationToken)
    {
        var answer = await client.FindAsync($"/mlflow/runs/get?run_id={Uri.EscapeDataString(runId)}", WireJson.Mlflow.RunAnswer, cancellationToken);
        return answer is null ? null : WireReader.Run(answer.Run);
    }

    public async Task<string?> FindLoggedModelAsync(string modelId, CancellationToken cancellationToken)
    {
        var answer = await client.FindAsync($"/mlflow/logged-models/{Uri.EscapeDataString(modelId)}", WireJson.Mlflow.LoggedModelAnswer, cancellationToken);
        return answer?.Model?.Info?.ArtifactUri;
    }

    public async IAsyncEnumerable<LoggedModel> ListLoggedModelsAsync(Run run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var model in await new LoggedModelSearch(client).OfRunAsync(run, cancellationToken))
        {
            yield return model;
        }
    }

    public async IAsyncEnumerable<Run> ListRunsAsync(
        string experimentId, Tag? withTag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = withTag is null ? null : SearchFilter.Tag(withTag.Key, withTag.Value);
        var wires = Pages.ReadAsync((token, budget) => SearchAsync(experimentId, filter, token, budget, cancellationToken), cancellationToken);
        await foreach (var wire in wires)
        {
            var run = WireReader.Run(wire);
            if (withTag is null || run.Tags.GetValueOrDefault(withTag.Key) == withTag.Value)
            {
                yield return run;
            }
        }
    }

    public Task SetRunTagsAsync(string runId, IReadOnlyList<Tag> tags, CancellationToken cancellationToken) => _log.SetTagsAsync(runId, tags, cancellationToken);

    public Task LogMetricsAsync(string runId, IReadOnlyList<LoggedMetric> metrics, CancellationToken cancellationToken)
    {
        RunLogLimits.Require(metrics);
        return _log.AddMetricsAsync(runId, metrics, cancellationToken);
    }

    public Task LogParametersAsync(string runId, IReadOnlyList<Parameter> parameters, CancellationToken cancellationToken)
    {
        RunLogLimits.Require(parameters);
        return _log.AddParametersAsync(runId, parameters, cancellationToken);
    }

    public Task EndRunAsync(string runId, RunStatus status, DateTimeOffset endedAt, CancellationToken cancellationToken) =>
        client.SendAsync(
        HttpMethod.Post,
        "/mlflow/runs/update",
        new UpdateRunRequest(runId, status.ToString().ToUpperInvariant(), endedAt.ToUnixTimeMilliseconds()),
        WireJson.Mlflow.UpdateRunRequest,
        WireJson.Mlflow.WireNothing,
        Repeat.Always,
        cancellationToken);

    private static WireTag[] Wires(IEnumerable<Tag> tags) => [.. tags.Select(tag => new WireTag(tag.Key, tag.Value))];

    private async Task<WireExperiment?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var path = $"/mlflow/experiments/get-by-name?experiment_name={Uri.EscapeDataString(name)}";
        var answer = await client.FindAsync(path, WireJson.Mlflow.ExperimentAnswer, cancellationToken);
        return answer?.Experiment;
    }

    private async Task<string> CreateAsync(string name, IReadOnlyList<Tag> tags, CancellationToken cancellationToken)
    {
        var created = await client.SendAsync(
            HttpMethod.Post,
            "/mlflow/experiments/create",
            new CreateExperimentRequest(name, WireTags.Of(tags)),
            WireJson.Mlflow.CreateExperimentRequest,
            WireJson.Mlflow.ExperimentCreated,
            Repeat.WhenNotDone,
            cancellationToken);
        return WireReader.Required(created.ExperimentId, "the ID of the experiment");
    }

    private async Task<Run> CreateAsync(RunDraft draft, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(
            HttpMethod.Post,
            "/mlflow/runs/create",
            new CreateRunRequest(draft.ExperimentId, draft.Name, draft.StartedAt.ToUnixTimeMilliseconds(), Wires(draft.Tags)),
            WireJson.Mlflow.CreateRunRequest,
            WireJson.Mlflow.RunAnswer,
            Repeat.WhenNotDone,
            cancellationToken);
        return WireReader.Run(answer.Run);
    }

    // A run has no name of its own: the time of its start to the millisecond and all its tags tell it apart.
    private async Task<Run?> FindAsync(RunDraft draft, CancellationToken cancellationToken)
    {
        var startedAt = draft.StartedAt.ToUnixTimeMilliseconds();
        await foreach (var run in ListRunsAsync(draft.ExperimentId, draft.Tags.Count > 0 ? draft.Tags[0] : null, cancellationToken))
        {
            if (run.Name == draft.Name
                && run.StartedAt.ToUnixTimeMilliseconds() == startedAt
                && draft.Tags.All(tag => run.Tags.GetValueOrDefault(tag.Key) == tag.Value))
            {
                return run;
            }
        }

        return null;
    }

    private async Task<(IReadOnlyList<WireRun>? Items, string? NextToken)> SearchAsync(
        string experimentId, string? filter, string? pageToken, SearchBudget budget, CancellationToken cancellationToken)
    {
        var page = await client.PostPageAsync(
            "/mlflow/runs/search",
            new SearchRunsRequest([experimentId], filter, RunsPerPage, ["attributes.start_time DESC"], pageToken),
            WireJson.Mlflow.SearchRunsRequest,
            WireJson.Mlflow.RunsPage,
            budget,
            cancellationToken);
        return (page.Runs, page.NextPageToken);
    }

    private async Task<(IReadOnlyList<WireExperiment>? Items, string? NextToken)> SearchExperimentsAsync(
        string? filter, string? pageToken, SearchBudget budget, CancellationToken cancellationToken)
    {
        var page = await client.PostPageAsync(
            "/mlflow/experiments/search",
            new SearchExperimentsRequest(filter, PageSize, "ACTIVE_ONLY", pageToken),
            WireJson.Mlflow.SearchExperimentsRequest,
            WireJson.Mlflow.ExperimentsPage,
            budget,
            cancellationToken);
        return (page.Experiments, page.NextPageToken);
    }
}
