using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Traces;

/// <summary>Calls that delete traces, by their identities or by their time.</summary>
internal static class TraceDeletionCalls
{
    private const string Path = "mlflow/traces/delete-traces";

    private static readonly MessageShape Shape = new(
        Field.Text("experiment_id"), Field.Integer("max_timestamp_millis"), Field.Integer("max_traces"), Field.Text("request_ids").Many);

    private static readonly ParameterRules[] Rules =
    [
        ParameterRules.RequiredText("experiment_id"),
        new("max_timestamp_millis", Rule.Integer),
        new("max_traces", Rule.Integer),
        new("request_ids", Rule.List, Rule.ListOfStrings),
    ];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("POST", Path, Shape, Rules, DeleteAsync),
        new("POST", Path, Shape, Rules, DeleteAsync) { Version = 3, Only = Behavior.Mlflow3 },
    ];

    private static async ValueTask<Answer> DeleteAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var ids = request.Texts("request_ids");
        var latest = request.IntegerOrNull("max_timestamp_millis");
        var count = request.IntegerOrNull("max_traces");
        CheckDeletion(ids, latest, count, call.Server.Behavior == Behavior.Mlflow2 ? "request_ids" : "trace_ids");
        if (TraceExperiments.Parse([request.Text("experiment_id")], call.Server.Behavior) is not [var experiment])
        {
            return Deleted(0);
        }

        // A time of 0 is none for MLflow: all times go.
        var deleted = await call.WriteAsync(
            connection => TraceWrites.Delete(connection, experiment, latest is 0 ? null : latest, count, ids.Count == 0 ? null : IdList.Of(ids)),
            cancellationToken);
        return Deleted(deleted);
    }

    private static void CheckDeletion(IReadOnlyList<string> ids, long? latest, long? count, string name)
    {
        var why = latest is null && ids.Count == 0 ? $"Either `max_timestamp_millis` or `{name}` must be specified."
            : latest is not (null or 0) && ids.Count > 0 ? $"Only one of `max_timestamp_millis` and `{name}` can be specified."
            : count is not null && ids.Count > 0 ? $"`max_traces` can't be specified if `{name}` is specified."
            : count is <= 0 ? $"`max_traces` must be a positive integer, received {count}."
            : null;
        if (why is not null)
        {
            throw MlflowFault.Invalid(why);
        }
    }

    private static Answer Deleted(int count) => new(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("traces_deleted", count);
        writer.WriteEndObject();
    });
}
