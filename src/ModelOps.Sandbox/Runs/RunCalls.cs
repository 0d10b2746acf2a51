using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Runs;

/// <summary>Calls that make, read, change and delete runs.</summary>
internal static class RunCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/runs/create",
            new(
                Field.Text("experiment_id"),
                Field.Text("user_id"),
                Field.Text("run_name"),
                Field.Integer("start_time"),
                Field.Message("tags", MessageShape.KeyValue).Many),
            [ParameterRules.Text("experiment_id"), new("start_time", Rule.Integer), ParameterRules.Text("run_name")],
            CreateAsync),
        new("GET", "mlflow/runs/get", new(RunMessages.RunId, RunMessages.RunUuid), [RunMessages.RunIdRules], Get),
        new(
            "POST",
            "mlflow/runs/update",
            new(
                RunMessages.RunId,
                RunMessages.RunUuid,
                Field.Choice("status", RunMessages.Statuses),
                Field.Integer("end_time"),
                Field.Text("run_name")),
            [RunMessages.RunIdRules, new("end_time", Rule.Integer), ParameterRules.Text("status"), ParameterRules.Text("run_name")],
            UpdateAsync),
        new("POST", "mlflow/runs/delete", new(RunMessages.RunId), [RunMessages.RunIdRules], DeleteAsync),
        new("POST", "mlflow/runs/restore", new(RunMessages.RunId), [RunMessages.RunIdRules], RestoreAsync),
    ];

    private static async ValueTask<Answer> CreateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var run = await call.WriteAsync(
            connection => RunChanges.Insert(connection, call.Request.Text("experiment_id"), call.Request, call.Server.NewRunId(), call.Server.Behavior),
            cancellationToken);
        return Answer.Of(new(run), RunJson.Default.RunAnswer);
    }

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken)
    {
        var runId = RunMessages.RunIdOf(call.Request);
        var found = call.Server.Store.Read(connection => RunReader.Read(connection, [runId], call.Server.Behavior));
        return found.Count == 1 ? new(Answer.Of(new(found[0]), RunJson.Default.RunAnswer)) : throw RunState.NotFound(runId);
    }

    private static async ValueTask<Answer> UpdateAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var number = request.Choice("status", absent: 0);
        var status = RunMessages.Statuses.FirstOrDefault(pair => pair.Value == number).Key;
        var name = request.Text("run_name").NullIfEmpty();
        var info = await call.WriteAsync(
            connection => RunChanges.Update(connection, RunMessages.RunIdOf(request), status, request.IntegerOrNull("end_time"), name),
            cancellationToken);
        return Answer.Of(new(info), RunJson.Default.RunInfoAnswer);
    }

    private static ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken) =>
        SetDeletedAsync(call, call.Server.Now, cancellationToken);

    private static ValueTask<Answer> RestoreAsync(RpcCall call, CancellationToken cancellationToken) =>
        SetDeletedAsync(call, deletedAt: null, cancellationToken);

    private static async ValueTask<Answer> SetDeletedAsync(RpcCall call, long? deletedAt, CancellationToken cancellationToken) =>
        await call.WriteAsync(
            connection =>
            {
                RunChanges.SetDeleted(connection, call.Request.Text("run_id"), deletedAt);
                return Answer.Empty;
            },
            cancellationToken);
}
