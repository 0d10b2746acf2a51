using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Calls that log metrics, parameters and tags.</summary>
internal static class RunLogCalls
{
    private static readonly ParameterRules Key = ParameterRules.RequiredText("key");

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/runs/log-metric",
            new([RunMessages.RunId, RunMessages.RunUuid, .. RunMessages.Metric.Fields]),
            [
                RunMessages.RunIdRules,
                Key,
                new("value", Rule.Required, Rule.Number),
                new("timestamp", Rule.Integer, Rule.Required),
                new("step", Rule.Integer),
                ParameterRules.Text("model_id"),
                ParameterRules.Text("dataset_name"),
                ParameterRules.Text("dataset_digest"),
            ],
            LogMetricAsync),
        new(
            "POST",
            "mlflow/runs/log-parameter",
            new(RunMessages.RunId, RunMessages.RunUuid, Field.Text("key"), Field.Text("value")),
            [RunMessages.RunIdRules, Key, ParameterRules.Text("value")],
            LogParameterAsync),
        new(
            "POST",
            "mlflow/runs/set-tag",
            new(RunMessages.RunId, RunMessages.RunUuid, Field.Text("key"), Field.Text("value")),
            [RunMessages.RunIdRules, Key, ParameterRules.Text("value")],
            SetTagAsync),
        new("POST", "mlflow/runs/delete-tag", new(RunMessages.RunId, Field.Text("key")), [RunMessages.RunIdRules, Key], DeleteTagAsync),
        new(
            "POST",
            "mlflow/runs/log-batch",
            new(
                RunMessages.RunId,
                Field.Message("metrics", RunMessages.Metric).Many,
                Field.Message("params", MessageShape.KeyValue).Many,
                Field.Message("tags", MessageShape.KeyValue).Many),
            [
                new("run_id", Rule.String, Rule.Required),
                new("metrics", Rule.List, RunMessages.EachHas("metrics", "key", "value", "timestamp")),
                new("params", Rule.List, RunMessages.EachHas("params", "key")),
                new("tags", Rule.List, RunMessages.EachHas("tags", "key")),
            ],
            LogBatchAsync),
    ];

    private static ValueTask<Answer> LogMetricAsync(RpcCall call, CancellationToken cancellationToken)
    {
        LoggedMetric.CheckDataset(call.Request, call.Server.Behavior);
        var metric = LoggedMetric.Parse(call.Request, path: "", call.Server.Behavior);
        return LogAsync(
            call, (connection, runId, experimentId) => MetricWrites.Write(connection, runId, experimentId, [metric]), cancellationToken);
    }

    private static ValueTask<Answer> LogParameterAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameter = ParameterChanges.Parse(call.Request, path: "");
        return LogAsync(call, (connection, runId, _) => ParameterChanges.Write(connection, runId, parameter), cancellationToken);
    }

    private static ValueTask<Answer> SetTagAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var tag = RunTagChanges.Parse(call.Request, path: "");
        return LogAsync(call, (connection, runId, _) => RunTagWrites.Set(connection, runId, tag.Key, tag.Value), cancellationToken);
    }

    private static ValueTask<Answer> DeleteTagAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var key = call.Request.Text("key");
        return LogAsync(call, (connection, runId, _) => RunTagChanges.Delete(connection, runId, key), cancellationToken);
    }

    private static ValueTask<Answer> LogBatchAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var batch = RunBatch.Parse(call.Request, call.Server.Behavior);
        return LogAsync(
            call,
            (connection, runId, experimentId) =>
            {
                ParameterChanges.Write(connection, runId, batch.Parameters);
                MetricWrites.Write(connection, runId, experimentId, batch.Metrics);
                foreach (var tag in batch.Tags)
                {
                    RunTagWrites.Set(connection, runId, tag.Key, tag.Value);
                }
            },
            cancellationToken);
    }

    private static async ValueTask<Answer> LogAsync(RpcCall call, Action<StoreConnection, string, long> log, CancellationToken cancellationToken)
    {
        var runId = RunMessages.RunIdOf(call.Request);
        return await call.WriteAsync(
            connection =>
            {
                log(connection, runId, RunState.RequireActive(connection, runId));
                return Answer.Empty;
            },
            cancellationToken);
    }
}
