using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Runs;

/// <summary>Calls that say which datasets and models a run used, logged and made.</summary>
internal static class RunLinkCalls
{
    private static readonly Field Datasets = Field.Message("datasets", RunMessages.DatasetInput).Many;
    private static readonly Field Models = Field.Message("models", RunMessages.Model).Many;

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/runs/log-inputs",
            new(RunMessages.RunId, Datasets),
            [RunMessages.RunIdRules, new("datasets", Rule.Required, Rule.List)],
            LogInputsAsync) { Only = Behavior.Mlflow2 },
        new(
            "POST",
            "mlflow/runs/log-inputs",
            new(RunMessages.RunId, Datasets, Models),
            [RunMessages.RunIdRules, new("datasets", Rule.List), new("models", Rule.List)],
            LogInputsAsync) { Only = Behavior.Mlflow3 },
        new(
            "POST",
            "mlflow/runs/outputs",
            new(RunMessages.RunId, Models),
            [RunMessages.RunIdRules, new("models", Rule.Required, Rule.List)],
            LogOutputsAsync) { Only = Behavior.Mlflow3 },
        new(
            "POST",
            "mlflow/runs/log-model",
            new(RunMessages.RunId, Field.Text("model_json")),
            [new("run_id", Rule.String, Rule.Required), new("model_json", Rule.String, Rule.Required)],
            LogModelAsync),
    ];

    private static async ValueTask<Answer> LogInputsAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var runId = call.Request.Text("run_id");
        RunBatch.CheckRunId(runId);
        var datasets = call.Request.Parts("datasets").Select(DatasetRules.Read).ToList();
        return await call.WriteAsync(
            connection =>
            {
                var experimentId = RunState.RequireActive(connection, runId);
                foreach (var dataset in datasets)
                {
                    InputWrites.AddDataset(connection, runId, DatasetOwner.Find(connection, experimentId, dataset, call.Server.Behavior), dataset);
                }

                foreach (var model in call.Request.Parts("models"))
                {
                    InputWrites.AddModel(connection, runId, model.Text("model_id"));
                }

                return Answer.Empty;
            },
            cancellationToken);
    }

    private static async ValueTask<Answer> LogOutputsAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var runId = call.Request.Text("run_id");
        return await call.WriteAsync(
            connection =>
            {
                RunState.RequireActive(connection, runId);
                foreach (var model in call.Request.Parts("models"))
                {
                    InputWrites.AddOutput(connection, runId, model.Text("model_id"), model.Integer("step"));
                }

                return Answer.Empty;
            },
            cancellationToken);
    }

    private static async ValueTask<Answer> LogModelAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var runId = call.Request.Text("run_id");
        var model = ModelHistory.Parse(call.Request.Text("model_json"));
        return await call.WriteAsync(
            connection =>
            {
                RunState.RequireActive(connection, runId);
                ModelHistory.Append(connection, runId, model);
                return Answer.Empty;
            },
            cancellationToken);
    }
}
