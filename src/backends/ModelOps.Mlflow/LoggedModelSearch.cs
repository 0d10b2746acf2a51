using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Finds the logged models of a run; a server before MLflow 3 has none, and says so in many ways.</summary>
internal sealed class LoggedModelSearch(MlflowClient client)
{
    private const int PageSize = 50;
    private const string Ready = "LOGGED_MODEL_READY";

    /// <summary>The logged models of a run that are ready, newest first.</summary>
    public async Task<IReadOnlyList<LoggedModel>> OfRunAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await Pages.ReadAsync(token => SearchAsync(run, token, cancellationToken), cancellationToken)
                .Select(model => model.Info)
                .Where(info => info?.SourceRunId == run.Id && info.Status is null or Ready && info.ModelId is { Length: > 0 } && info.ArtifactUri is { Length: > 0 })
                .Select(info => new LoggedModel(info!.ModelId!, info.Name ?? "", info.ArtifactUri!, EpochTime.Of(info.CreationTimestampMs)))
                .ToListAsync(cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsMissing(exception) || MlflowErrors.IsNotImplemented(exception))
        {
            return [];
        }
    }

    private async Task<(IReadOnlyList<WireLoggedModel>? Items, string? NextToken)> SearchAsync(Run run, string? pageToken, CancellationToken cancellationToken)
    {
        var page = await client.SendAsync(
            HttpMethod.Post,
            "/mlflow/logged-models/search",
            new SearchLoggedModelsRequest(
                [run.ExperimentId], SearchFilter.Equal("source_run_id", run.Id), PageSize, [new("creation_timestamp", Ascending: false)], pageToken),
            WireJson.Mlflow.SearchLoggedModelsRequest,
            WireJson.Mlflow.LoggedModelsPage,
            Repeat.Always,
            cancellationToken);
        return (page.Models, page.NextPageToken);
    }
}
