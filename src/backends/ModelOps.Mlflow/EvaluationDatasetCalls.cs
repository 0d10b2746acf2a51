using System.Net.Http.Headers;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Evaluation datasets of an MLflow server; one before MLflow 3 has none, and others do not let everybody see them.</summary>
internal sealed class EvaluationDatasetCalls(MlflowClient client)
{
    private const string Prefix = "/api/3.0/mlflow/datasets/";
    private const int PageSize = 1000;

    /// <summary>Datasets that carry a tag, whatever its value.</summary>
    public async Task<IReadOnlyList<EvaluationDataset>> ListAsync(string tagKey, CancellationToken cancellationToken)
    {
        try
        {
            return await Pages.ReadAsync((token, budget) => SearchAsync(SearchFilter.HasTag(tagKey), token, budget, cancellationToken), cancellationToken)
                .Select(Read)
                .OfType<EvaluationDataset>()
                .Where(dataset => dataset.Tags.ContainsKey(tagKey))
                .ToListAsync(cancellationToken);
        }
        catch (ModelOpsException exception) when (IsNotThere(exception))
        {
            return [];
        }
    }

    /// <summary>Reads a dataset; null when there is none.</summary>
    public async Task<EvaluationDataset?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(Call(HttpMethod.Get, id), WireJson.Mlflow.EvaluationDatasetAnswer, cancellationToken);
            return answer.Dataset is null ? null : Read(answer.Dataset);
        }
        catch (ModelOpsException exception) when (IsNotThere(exception))
        {
            return null;
        }
    }

    /// <summary>Deletes a dataset with its records; one that is gone is fine.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(Call(HttpMethod.Delete, id), WireJson.Mlflow.WireNothing, cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsMissing(exception))
        {
            // Someone else was faster.
        }
    }

    private static bool IsNotThere(ModelOpsException exception) =>
        MlflowErrors.IsMissing(exception) || MlflowErrors.IsNotImplemented(exception) || MlflowErrors.IsForbidden(exception);

    private static EvaluationDataset? Read(WireEvaluationDataset wire)
    {
        if (wire.DatasetId is not { Length: > 0 } id)
        {
            return null;
        }

        try
        {
            var tags = new Dictionary<string, string>(StringComparer.Ordinal);
            using var json = JsonDocument.Parse(wire.Tags is { Length: > 0 } text ? text : "{}");
            foreach (var tag in json.RootElement.ValueKind == JsonValueKind.Object ? [.. json.RootElement.EnumerateObject()] : Array.Empty<JsonProperty>())
            {
                tags[tag.Name] = tag.Value.ToString();
            }

            return new(id, wire.Name ?? "", tags);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private HttpCall Call(HttpMethod method, string path) => new(method, client.Server.Call(Prefix + Uri.EscapeDataString(path)), Repeat.Always);

    private async Task<(IReadOnlyList<WireEvaluationDataset>? Items, string? NextToken)> SearchAsync(
        string? filter, string? pageToken, SearchBudget budget, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new SearchEvaluationDatasetsRequest(filter, PageSize, pageToken), WireJson.Mlflow.SearchEvaluationDatasetsRequest);
        var call = Call(HttpMethod.Post, "search") with
        {
            Content = (_, _) => Task.FromResult<HttpContent>(new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }),
            OnBody = budget.AddBytes,
        };
        var page = await client.SendAsync(call, WireJson.Mlflow.EvaluationDatasetsPage, cancellationToken);
        return (page.Datasets, page.NextPageToken);
    }
}
