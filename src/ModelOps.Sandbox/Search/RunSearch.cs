using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Runs;

namespace ModelOps.Sandbox.Search;

/// <summary>The search of runs.</summary>
internal static class RunSearch
{
    private static readonly MessageShape Shape = new(
        Field.Text("experiment_ids").Many, Field.Text("filter"), Views.Field("run_view_type"), Field.Integer("max_results"),
        Field.Text("order_by").Many, Field.Text("page_token"));

    public static RpcEndpoint Endpoint { get; } = new(
        "POST",
        "mlflow/runs/search",
        Shape,
        [
            new("experiment_ids", Rule.List),
            ParameterRules.Text("filter"),
            new("max_results", Rule.Integer, Rule.AtMost(SearchLimits.Runs)),
            new("order_by", Rule.List, Rule.ListOfStrings),
        ],
        Search);

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var size = SearchLimits.Require(request.Integer("max_results", SearchLimits.DefaultRuns), SearchLimits.Runs);
        var conditions = RunVocabulary.Instance.Read(request.Text("filter"), call.Server.Behavior);
        var sql = new SearchSql();
        var (joins, order) = RunOrderSql.Make(sql, request.Texts("order_by"));
        sql.Add("SELECT r.run_uuid FROM runs r").Add(joins).Add(" WHERE ").Add(Views.Condition("r.lifecycle_stage", request.Choice("run_view_type", Views.Active)));
        foreach (var condition in conditions)
        {
            RunFilterSql.Append(sql, condition, call.Server.Behavior);
        }

        var offset = PageToken.Read(request.Text("page_token"));
        var experiments = request.Texts("experiment_ids").Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToList();
        sql.Add(" AND r.experiment_id ")
            .Add(experiments is [var one] ? $"= {sql.Parameter(one)}" : $"IN (SELECT value FROM json_each({sql.Parameter(IdList.Of(experiments))}))")
            .Add($" ORDER BY {order}");
        return new(call.Server.Store.Read(connection =>
        {
            var page = Paging.Read(connection, sql, offset, size, row => row.GetString(0));
            var runs = RunReader.Read(connection, page.Items, call.Server.Behavior);
            return Answer.Of(new RunPage(runs.Count == 0 ? null : runs, page.NextToken), TrackingPageJson.Default.RunPage);
        }));
    }
}
