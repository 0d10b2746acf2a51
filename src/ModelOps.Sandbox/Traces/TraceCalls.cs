using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Rows;

namespace ModelOps.Sandbox.Traces;

/// <summary>Calls that start, end and show traces, in both forms.</summary>
internal static class TraceCalls
{
    private const string Root = "mlflow/traces";
    private const string OldOne = Root + "/{request_id}";

    private static readonly Field TimestampMs = Field.Integer("timestamp_ms");
    private static readonly Field Metadata = Field.Message("request_metadata", MessageShape.KeyValue).Many;
    private static readonly Field Tags = Field.Message("tags", MessageShape.KeyValue).Many;
    private static readonly ParameterRules[] PairRules = [new("request_metadata", KeyedRules.List), new("tags", KeyedRules.List)];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("POST", Root, new(TraceMessages.Trace), [new("trace", Rule.Required)], StartAsync) { Version = 3, Only = Behavior.Mlflow3 },
        new("GET", Root + "/{trace_id}", MessageShape.Empty, [], Get) { Version = 3, Only = Behavior.Mlflow3 },
        new(
            "POST",
            Root,
            new(Field.Text("experiment_id"), TimestampMs, Metadata, Tags),
            [ParameterRules.Text("experiment_id"), new("timestamp_ms", Rule.Integer), .. PairRules],
            StartOldAsync) { Only = Behavior.Mlflow3 },

        // That release takes a number too.
        new("POST", Root, new(Field.Json("experiment_id"), TimestampMs, Metadata, Tags), [new("timestamp_ms", Rule.Integer), .. PairRules], StartOldAsync)
        {
            Only = Behavior.Mlflow2,
        },
        new(
            "PATCH",
            OldOne,
            new(Field.Text("request_id"), TimestampMs, Field.Choice("status", TraceStates.OldNumbers), Metadata, Tags),
            [new("timestamp_ms", Rule.Integer), .. PairRules],
            EndAsync),
        new("GET", OldOne + "/info", MessageShape.Empty, [], GetOld),
        new("GET", OldOne, MessageShape.Empty, [], Fail) { Only = Behavior.Mlflow2 },
    ];

    private static async ValueTask<Answer> StartAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var info = call.Request.Part("trace")?.Part("trace_info") ?? new Message();
        return TraceJson.Answer(await call.WriteAsync(connection => TraceStart.Write(connection, info, call.Server), cancellationToken));
    }

    private static async ValueTask<Answer> StartOldAsync(RpcCall call, CancellationToken cancellationToken) =>
        TraceJson.OldAnswer(await call.WriteAsync(connection => TraceStart.WriteOld(connection, call.Request, call.Server), cancellationToken));

    private static ValueTask<Answer> Get(RpcCall call, CancellationToken cancellationToken) => new(call.Server.Store.Read(
        connection => TraceJson.Answer(TraceReader.Require(connection, call.PathValue("trace_id"), call.Server.Behavior))));

    private static ValueTask<Answer> GetOld(RpcCall call, CancellationToken cancellationToken) => new(call.Server.Store.Read(
        connection => TraceJson.OldAnswer(TraceReader.Require(connection, call.PathValue("request_id"), call.Server.Behavior))));

    private static ValueTask<Answer> Fail(RpcCall call, CancellationToken cancellationToken) =>
        throw new InvalidDataException("That release fails on a trace without '/info'.");

    private static async ValueTask<Answer> EndAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (id, request, behavior) = (call.PathValue("request_id"), call.Request, call.Server.Behavior);
        return TraceJson.OldAnswer(await call.WriteAsync(
            connection =>
            {
                var trace = TraceReader.Require(connection, id, behavior);
                var status = TraceStates.RequireEnd(request.Choice("status", 0), behavior);
                TraceWrites.End(connection, id, request.Integer("timestamp_ms") - trace.Row.Timestamp, status);
                TraceStart.SetPairs(connection, id, request);
                return TraceReader.Require(connection, id, behavior);
            },
            cancellationToken));
    }
}
