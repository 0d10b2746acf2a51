using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Traces;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>The search of traces, in both forms.</summary>
internal static class TraceSearchCalls
{
    private const long Default = 100;
    private const long Most = 500;

    private static readonly Field[] Fields =
        [Field.Text("filter"), Field.Integer("max_results"), Field.Text("order_by").Many, Field.Text("page_token")];

    private static readonly ParameterRules[] Rules =
    [
        ParameterRules.Text("filter"),
        new("max_results", Rule.Integer, Rule.AtMost(Most)),
        new("order_by", Rule.List, Rule.ListOfStrings),
        ParameterRules.Text("page_token"),
    ];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new("POST", "mlflow/traces/search", new([TraceMessages.Locations, .. Fields]), [new("locations", Rule.Required, Rule.List), .. Rules], Search)
        {
            Version = 3,
            Only = Behavior.Mlflow3,
        },
        new("GET", "mlflow/traces", new([Field.Text("experiment_ids").Many, .. Fields]), [new("experiment_ids", Rule.Required, Rule.List), .. Rules], SearchOld),
    ];

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var experiments = call.Request.Parts("locations").Select(TraceMessages.ExperimentOf).OfType<string>().ToList();
        return Search(call, experiments, TraceJson.Write);
    }

    private static ValueTask<Answer> SearchOld(RpcCall call, CancellationToken cancellationToken) =>
        Search(call, call.Request.Texts("experiment_ids"), TraceJson.WriteOld);

    private static ValueTask<Answer> Search(RpcCall call, IReadOnlyList<string> experiments, Action<Utf8JsonWriter, TraceInfo> write)
    {
        var (request, behavior) = (call.Request, call.Server.Behavior);
        var size = request.Integer("max_results", Default);
        if (size < 1)
        {
            throw MlflowFault.Invalid($"Invalid value {size} for parameter 'max_results' supplied. It must be a positive integer");
        }

        var conditions = TraceVocabulary.Of(behavior).Read(request.Text("filter"), behavior);
        var sql = new SearchSql();
        var (joins, order) = TraceOrderSql.Make(sql, request.Texts("order_by"), behavior);
        var offset = PageToken.Read(request.Text("page_token"));
        sql.Add($"SELECT i.request_id FROM trace_info i{joins} WHERE {Within(sql, TraceExperiments.Parse(experiments, behavior))}");
        TraceFilterSql.Append(sql, conditions, behavior);
        sql.Add($" ORDER BY {order} LIMIT {sql.Parameter(size)} OFFSET {sql.Parameter(offset)}");
        var traces = call.Server.Store.Read(connection =>
        {
            connection.AddRegularExpressions();
            return TraceReader.Read(connection, connection.Query(sql.Text, row => row.GetString(0), sql.Parameters));
        });
        return new(Page(traces, traces.Count == size ? PageToken.Of(offset + size) : null, write));
    }

    // Of one experiment the index gives the traces in their order.
    private static string Within(SearchSql sql, IReadOnlyList<long> experiments) => experiments is [var one]
        ? $"i.experiment_id = {sql.Parameter(one)}"
        : $"i.experiment_id IN (SELECT value FROM json_each({sql.Parameter(IdList.Of(experiments))}))";

    private static Answer Page(IReadOnlyList<TraceInfo> traces, string? token, Action<Utf8JsonWriter, TraceInfo> write) => new(writer =>
    {
        writer.WriteStartObject();
        if (traces.Count > 0)
        {
            writer.WriteStartArray("traces");
            foreach (var trace in traces)
            {
                write(writer, trace);
            }

            writer.WriteEndArray();
        }

        if (token is not null)
        {
            writer.WriteString("next_page_token", token);
        }

        writer.WriteEndObject();
    });
}
