using System.Text.Json.Nodes;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Seeds;

/// <summary>Makes the evaluation datasets, scorers and issues of an experiment that are not there yet.</summary>
/// <param name="calls">Makes calls.</param>
/// <param name="server">The server.</param>
internal sealed class SeedEvaluationLoader(RpcInvoker calls, ServerContext server)
{
    private const string DatasetOfExperiment =
        """
        SELECT 1 FROM evaluation_datasets d JOIN entity_associations a ON a.source_type = 'evaluation_dataset' AND a.source_id = d.dataset_id
        WHERE a.destination_type = 'experiment' AND a.destination_id = $experiment AND d.name = $name
        """;

    private const string ScorerOfExperiment = "SELECT 1 FROM scorers WHERE experiment_id = CAST($experiment AS INTEGER) AND scorer_name = $name";

    private const string IssueOfExperiment = "SELECT 1 FROM issues WHERE experiment_id = CAST($experiment AS INTEGER) AND name = $name";

    /// <summary>What is missing.</summary>
    /// <param name="experimentId">The experiment.</param>
    /// <param name="seed">What it should have.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public IEnumerable<(string What, SourceSpan Span, Func<Task> Add)> Missing(
        string experimentId, SeedExperiment seed, CancellationToken cancellationToken) =>
    [
        .. seed.Datasets.Where(one => !IsThere(DatasetOfExperiment, experimentId, one.Name)).Select(
            one => ($"The evaluation dataset '{one.Name}'", one.Span, (Func<Task>)(() => AddAsync(experimentId, one, cancellationToken)))),
        .. seed.Scorers.Where(one => !IsThere(ScorerOfExperiment, experimentId, one.Name)).Select(
            one => ($"The scorer '{one.Name}'", one.Span, (Func<Task>)(() => AddAsync(experimentId, one, cancellationToken)))),
        .. seed.Issues.Where(one => !IsThere(IssueOfExperiment, experimentId, one.Name)).Select(
            one => ($"The issue '{one.Name}'", one.Span, (Func<Task>)(() => AddAsync(experimentId, one, cancellationToken)))),
    ];

    private bool IsThere(string sql, string experimentId, string name) =>
        server.Store.Read(connection => connection.Scalar(sql, ("$experiment", experimentId), ("$name", name))) is not null;

    private async Task AddAsync(string experimentId, SeedDataset dataset, CancellationToken cancellationToken)
    {
        var tags = new JsonObject(dataset.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
        var made = await calls.CallAsync(
            "POST",
            "datasets/create",
            new() { ["name"] = dataset.Name, ["experiment_ids"] = new JsonArray(experimentId), ["tags"] = tags.ToJsonString() },
            cancellationToken);
        if (dataset.Records is { } records)
        {
            var id = made.GetProperty("dataset").GetProperty("dataset_id").GetString();
            await calls.CallAsync(
                "POST",
                "datasets/{dataset_id}/records",
                new() { ["records"] = records.ToJsonString() },
                cancellationToken,
                new() { ["dataset_id"] = id });
        }
    }

    private Task AddAsync(string experimentId, SeedScorer scorer, CancellationToken cancellationToken) => calls.CallAsync(
        "POST",
        "scorers/register",
        new() { ["experiment_id"] = experimentId, ["name"] = scorer.Name, ["serialized_scorer"] = scorer.Definition.ToJsonString() },
        cancellationToken);

    private Task AddAsync(string experimentId, SeedIssue issue, CancellationToken cancellationToken) => calls.CallAsync(
        "POST",
        "issues",
        new()
        {
            ["experiment_id"] = experimentId,
            ["name"] = issue.Name,
            ["description"] = issue.Description,
            ["status"] = issue.Status,
            ["severity"] = issue.Severity,
        },
        cancellationToken);
}
