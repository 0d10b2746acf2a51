using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Spans;

namespace ModelOps.Sandbox.Traces;

/// <summary>Calls that show traces with their spans, and several traces at once.</summary>
internal static class TraceSpanCalls
{
    private static readonly Field TraceIds = Field.Text("trace_ids").Many;

    // How long to wait for spans that are on their way, try by try.
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("GET", "mlflow/traces/get", new(Field.Text("trace_id"), Field.Flag("allow_partial")), [ParameterRules.RequiredText("trace_id")], GetAsync)
        {
            Version = 3,
            Only = Behavior.Mlflow3,
        },
        new("GET", "mlflow/traces/batchGet", new(TraceIds), [new("trace_ids", Rule.Required, Rule.List, Rule.ListOfStrings)], BatchGet)
        {
            Version = 3,
            Only = Behavior.Mlflow3,
        },
        new("POST", "mlflow/traces/batchGetInfos", new(TraceIds), [new("trace_ids", Rule.Required, Rule.List, Rule.ListOfStrings)], BatchGetInfos)
        {
            Version = 3,
            Only = Behavior.Mlflow3,
        },
    ];

    private static async ValueTask<Answer> GetAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var id = call.Request.Text("trace_id");
        var trace = Read(call, [id]).FirstOrDefault() ?? throw MlflowFault.Missing($"Trace with ID {id} is not found.");
        foreach (var wait in Waits.TakeWhile(_ => !call.Request.Flag("allow_partial") && !trace.IsComplete))
        {
            await Task.Delay(wait, call.Server.Time, cancellationToken);
            trace = Read(call, [id]).FirstOrDefault() ?? throw MlflowFault.Missing($"Trace with ID {id} is not found.");
        }

        return call.Request.Flag("allow_partial") || trace.IsComplete
            ? new(writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("trace");
                Write(writer, trace);
                writer.WriteEndObject();
            })
            : throw MlflowFault.Missing($"Trace with ID {id} is not fully exported yet, please try again later.");
    }

    private static ValueTask<Answer> BatchGet(RpcCall call, CancellationToken cancellationToken)
    {
        var traces = Read(call, call.Request.Texts("trace_ids")).Where(trace => trace.IsComplete).ToList();
        return new(List("traces", traces, Write));
    }

    private static ValueTask<Answer> BatchGetInfos(RpcCall call, CancellationToken cancellationToken)
    {
        var infos = call.Server.Store.Read(connection => TraceReader.Read(connection, call.Request.Texts("trace_ids")));
        return new(List("trace_infos", infos, TraceJson.Write));
    }

    private static List<WholeTrace> Read(RpcCall call, IReadOnlyList<string> ids) => call.Server.Store.Read(connection =>
    {
        var infos = TraceReader.Read(connection, ids);
        if (infos.Exists(info => !info.HasSpans))
        {
            throw MlflowFault.Internal("Trace data not stored in tracking store");
        }

        var spans = SpanReader.Read(connection, ids);
        return infos.ConvertAll(info => new WholeTrace(info, spans.Find(info.Row.Id) ?? []));
    });

    private static Answer List<T>(string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) => items.Count == 0
        ? Answer.Empty
        : new(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray(name);
            foreach (var item in items)
            {
                write(writer, item);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, WholeTrace trace)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trace_info");
        TraceJson.Write(writer, trace.Info);
        if (trace.Spans.Count > 0)
        {
            writer.WriteStartArray("spans");
            foreach (var span in trace.Spans)
            {
                SpanJson.Write(writer, span);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
