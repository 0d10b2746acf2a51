using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Traces;

/// <summary>Calls that set and delete tags of traces.</summary>
internal static class TraceTagCalls
{
    private const string Path = "mlflow/traces/{trace_id}/tags";
    private const int MostValue = 8000;

    private static readonly MessageShape Tag = new(Field.Text("key"), Field.Text("value"));
    private static readonly ParameterRules[] TagRules = [ParameterRules.RequiredText("key"), ParameterRules.Text("value")];
    private static readonly MessageShape Key = new(Field.Text("key"));
    private static readonly ParameterRules[] KeyRules = [ParameterRules.RequiredText("key")];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("PATCH", Path, Tag, TagRules, SetAsync),
        new("PATCH", Path, Tag, TagRules, SetAsync) { Version = 3, Only = Behavior.Mlflow3 },
        new("DELETE", Path, Key, KeyRules, DeleteAsync),
        new("DELETE", Path, Key, KeyRules, DeleteAsync) { Version = 3, Only = Behavior.Mlflow3 },
    ];

    private static async ValueTask<Answer> SetAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var key = call.Request.Text("key");
        EntityNames.Check(key, "key");
        TextLimit.Check("key", TextLimit.Key, key);
        var value = TextLimit.Cut(MostValue, call.Request.Text("value"));
        return await call.WriteAsync(
            connection =>
            {
                TraceWrites.SetTag(connection, call.PathValue("trace_id"), key, value);
                return Answer.Empty;
            },
            cancellationToken);
    }

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (id, key) = (call.PathValue("trace_id"), call.Request.Text("key"));
        return await call.WriteAsync(
            connection => TraceWrites.DeleteTag(connection, id, key)
                ? Answer.Empty
                : throw MlflowFault.Missing(
                    $"No trace tag with key '{key}' for trace with {(call.Server.Behavior == Behavior.Mlflow2 ? "request_id" : "ID")} '{id}'"),
            cancellationToken);
    }
}
