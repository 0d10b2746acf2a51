using System.Text.Json.Nodes;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Seeds;
using ModelOps.Sandbox.Webhooks;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Tests.Search;

public sealed class LargeCatalogSearchTests : IDisposable
{
    private const int Few = 2000;
    private const int Many = 10 * Few;

    private readonly TempDirectory _directory = new();

    [Theory]
    [InlineData("GET", "model-versions/search", "{}")]
    [InlineData("GET", "model-versions/search", """{"order_by": ["last_updated_timestamp DESC", "name ASC", "version_number DESC"]}""")]
    [InlineData("GET", "model-versions/search", """{"filter": "name = 'large'"}""")]
    [InlineData("GET", "model-versions/search", """{"filter": "name = 'large'", "order_by": ["version_number DESC"]}""")]
    [InlineData("GET", "model-versions/search", """{"filter": "name = 'model-3'"}""")]
    [InlineData("GET", "model-versions/search", """{"filter": "run_id = 'run-7'"}""")]
    [InlineData("GET", "model-versions/search", """{"filter": "run_id IN ('run-7', 'run-9')"}""")]
    [InlineData("GET", "model-versions/search", """{"filter": "tags.pipeline = 'training'"}""")]
    [InlineData("GET", "registered-models/search", "{}")]
    [InlineData("GET", "registered-models/search", """{"order_by": ["last_updated_timestamp DESC"]}""")]
    [InlineData("GET", "registered-models/search", """{"filter": "name = 'large'"}""")]
    [InlineData("GET", "registered-models/alias", """{"name": "large", "alias": "champion"}""")]
    [InlineData("GET", "registered-models/get", """{"name": "large"}""")]
    [InlineData("GET", "model-versions/get", """{"name": "large", "version": "7"}""")]
    [InlineData("POST", "registered-models/get-latest-versions", """{"name": "large", "stages": ["None"]}""")]
    [InlineData("POST", "runs/search", """{"experiment_ids": ["0"]}""")]
    [InlineData("POST", "runs/search", """{"experiment_ids": ["0"], "filter": "tags.team = 'risk'"}""")]
    public async Task A_page_costs_the_same_in_a_catalog_of_ten_times_as_many_versions(string method, string call, string request)
    {
        var few = await CostAsync(Few, method, call, request);
        var many = await CostAsync(Many, method, call, request);

        Assert.True(many < few * 3 / 2, $"{call} {request}: {few} steps among {Few} versions, {many} among {Many}");
    }

    public void Dispose() => _directory.Dispose();

    private async Task<long> CostAsync(int versions, string method, string call, string request)
    {
        var file = _directory.File($"{versions}.db");
        var schema = new StoreSchema(ServerContext.ArtifactRootUri, TimeProvider.System, allowsMlflow2: false);
        await using var store = await StoreEngine.OpenAsync(file, schema, tune: null, CancellationToken.None);
        await using var webhooks = new WebhookHub(store, new(false), new SecretCipher(null, TimeProvider.System), TimeProvider.System);
        var server = new ServerContext(store, Behavior.Mlflow3, file + ".artifacts", TimeProvider.System) { Webhooks = webhooks };
        await store.WriteAsync(connection => Fill(connection, versions), CancellationToken.None);

        // One caller after the other gets the same connection.
        using var steps = SqliteSteps.Watch(store.Read(connection => connection.Handle));
        var message = JsonNode.Parse(request)!.AsObject();
        if (call.EndsWith("/search", StringComparison.Ordinal))
        {
            message["max_results"] = 100;
        }

        var answer = await new RpcInvoker(server).CallAsync(method, call, message, CancellationToken.None);

        Assert.NotEmpty(answer.EnumerateObject());
        Assert.NotEqual(0, steps.Count);
        return steps.Count;
    }

    // Half of the versions are of one model, the others of models of five; each has a run.
    private static void Fill(StoreConnection connection, int versions)
    {
        const string Each = "WITH RECURSIVE v(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM v WHERE i < $count)";
        const string Name = "iif(i % 2 = 0, 'large', 'model-' || (i / 10))";
        const string Number = "iif(i % 2 = 0, i / 2, i % 10 / 2 + 1)";
        string[] statements =
        [
            $"{Each} INSERT INTO runs (run_uuid, experiment_id, status, lifecycle_stage, start_time, artifact_uri) "
                + "SELECT 'run-' || i, 0, 'FINISHED', 'active', i, 'mlflow-artifacts:/0/r/artifacts' FROM v",
            $"{Each} INSERT INTO tags (run_uuid, key, value) SELECT 'run-' || i, 'team', 'risk' FROM v",
            $"{Each} INSERT INTO registered_models (name, creation_time, last_updated_time) SELECT {Name}, 1, max(i) FROM v GROUP BY 1",
            $"{Each} INSERT INTO model_versions (name, version, creation_time, last_updated_time, current_stage, source, run_id, status) "
                + $"SELECT {Name}, {Number}, i, i, 'None', 's3://b/k', 'run-' || i, 'READY' FROM v",
            $"{Each} INSERT INTO model_version_tags (name, version, key, value) SELECT {Name}, {Number}, 'pipeline', 'training' FROM v",
            "INSERT INTO registered_model_aliases (name, alias, version) SELECT 'large', 'champion', 7 WHERE $count > 0",
        ];
        foreach (var statement in statements)
        {
            connection.Execute(statement, ("$count", versions));
        }
    }
}
