using ModelOps.Sandbox.Artifacts;
using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Runs;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Promptlab;

/// <summary>The call by which the user interface keeps a prompt that was tried out as a run.</summary>
internal static class PromptlabCalls
{
    private static readonly string[] Required =
        ["experiment_id", "prompt_template", "prompt_parameters", "model_route", "model_input", "mlflow_version"];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/runs/create-promptlab-run",
            new(
                Field.Text("experiment_id"),
                Field.Text("run_name"),
                Field.Message("tags", MessageShape.KeyValue).Many,
                Field.Text("prompt_template"),
                Field.Message("prompt_parameters", MessageShape.KeyValue).Many,
                Field.Text("model_route"),
                Field.Message("model_parameters", MessageShape.KeyValue).Many,
                Field.Text("model_input"),
                Field.Text("model_output"),
                Field.Message("model_output_parameters", MessageShape.KeyValue).Many,
                Field.Text("mlflow_version"),
                Field.Text("user_id"),
                Field.Integer("start_time")),
            [],
            CreateAsync) { IsUserInterfaceOnly = true },
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        if (Array.Find(Required, field => request.Text(field).Length == 0 && request.Parts(field).Count == 0) is { } missing)
        {
            throw MlflowFault.Invalid($"CreatePromptlabRun request must specify {missing}.");
        }

        var prompt = PromptlabRun.Of(request);
        var (server, id) = (call.Server, call.Server.NewRunId());
        var directory = await call.WriteAsync(connection => Begin(connection, server, prompt, request, id), cancellationToken);
        var model = new PromptModel(prompt, id, server.Release, server.Time.GetUtcNow());
        await PromptlabFiles.WriteAsync(new(server.ArtifactDirectory), directory, model, cancellationToken);
        var run = await call.WriteAsync(connection => End(connection, server, model, id), cancellationToken);
        return Answer.Of(new(run), RunJson.Default.RunAnswer);
    }

    // The files have their place before the run is kept.
    private static string Begin(StoreConnection connection, ServerContext server, PromptlabRun prompt, Message request, string id)
    {
        ExperimentState.RequireActive(connection, ExperimentId.Parse(request.Text("experiment_id"), server.Behavior));
        if (request.Parts("tags").Count > 0)
        {
            throw MlflowFault.Internal("'dict' object has no attribute 'key'");
        }

        var run = RunChanges.Insert(connection, request.Text("experiment_id"), PromptlabRun.ToRunRequest(request, server.Now), id, server.Behavior);
        ParameterChanges.Write(connection, id, prompt.RunParameters);
        return ArtifactLocations.ToPath(server, run.Info.ArtifactUri!);
    }

    private static WireRun End(StoreConnection connection, ServerContext server, PromptModel model, string id)
    {
        RunTagWrites.Set(connection, id, "mlflow.loggedArtifacts", $$"""[{"path": "{{PromptlabFiles.Table}}", "type": "table"}]""");
        RunTagWrites.Set(connection, id, "mlflow.runSourceType", "PROMPT_ENGINEERING");
        RunTagWrites.Set(connection, id, RunTags.ModelHistory, model.History);
        RunWrites.Update(connection, id, "FINISHED", server.Now, name: null);
        return RunReader.Read(connection, [id], server.Behavior)[0];
    }
}
