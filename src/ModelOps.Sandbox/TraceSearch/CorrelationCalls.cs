using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Traces;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>Says how much two filters have to do with each other.</summary>
internal static class CorrelationCalls
{
    public static IReadOnlyList<RpcEndpoint> All { get; } =
    [
        new(
            "POST",
            "mlflow/traces/calculate-filter-correlation",
            new(Field.Text("experiment_ids").Many, Field.Text("filter_string1"), Field.Text("filter_string2"), Field.Text("base_filter")),
            [
                new("experiment_ids", Rule.Required, Rule.List, Rule.ListOfStrings),
                ParameterRules.RequiredText("filter_string1"),
                ParameterRules.RequiredText("filter_string2"),
                ParameterRules.Text("base_filter"),
            ],
            Calculate) { Version = 3, Only = Behavior.Mlflow3 },
    ];

    private static ValueTask<Answer> Calculate(RpcCall call, CancellationToken cancellationToken)
    {
        var (request, behavior) = (call.Request, call.Server.Behavior);
        var vocabulary = TraceVocabulary.Of(behavior);
        var all = vocabulary.Read(request.Text("base_filter"), behavior);
        var first = vocabulary.Read(request.Text("filter_string1"), behavior);
        var second = vocabulary.Read(request.Text("filter_string2"), behavior);
        var ids = IdList.Of(TraceExperiments.Parse(request.Texts("experiment_ids"), behavior));
        var found = call.Server.Store.Read(connection =>
        {
            connection.AddRegularExpressions();
            return new Correlation(Count(all, first), Count(all, second), Count(all, first, second), Count(all));

            long Count(params IReadOnlyList<Condition>[] filters) => CorrelationCalls.Count(connection, ids, [.. filters.SelectMany(filter => filter)], behavior);
        });
        return new(Show(found));
    }

    // A run is no condition here, whatever it says.
    private static long Count(StoreConnection connection, string experimentIds, IReadOnlyList<Condition> conditions, Behavior behavior)
    {
        var sql = new SearchSql();
        sql.Add($"SELECT COUNT(*) FROM trace_info i WHERE i.experiment_id IN (SELECT value FROM json_each({sql.Parameter(experimentIds)}))");
        TraceFilterSql.Append(sql, [.. conditions.Where(condition => condition is not { Entity: EntityKind.Attribute, Key: "run_id" })], behavior);
        return (long)connection.Scalar(sql.Text, sql.Parameters)!;
    }

    private static Answer Show(Correlation found) => new(writer =>
    {
        writer.WriteStartObject();
        if (found.Npmi is { } npmi)
        {
            writer.WritePropertyName("npmi");
            writer.WriteRawValue(PythonFloat.Format(npmi));
        }

        if (found.Smoothed is { } smoothed)
        {
            writer.WritePropertyName("npmi_smoothed");
            writer.WriteRawValue(PythonFloat.Format(smoothed));
        }

        writer.WriteNumber("filter1_count", found.First);
        writer.WriteNumber("filter2_count", found.Second);
        writer.WriteNumber("joint_count", found.Joint);
        writer.WriteNumber("total_count", found.Total);
        writer.WriteEndObject();
    });
}
