using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>The search of evaluation datasets.</summary>
internal static class DatasetSearch
{
    private const long DefaultSize = 1000;

    private static readonly MessageShape Shape = new(
        Field.Text("experiment_ids").Many, Field.Text("filter_string"), Field.Integer("max_results"), Field.Text("order_by").Many, Field.Text("page_token"));

    private static readonly ParameterRules[] Rules =
    [
        new("experiment_ids", Rule.List),
        ParameterRules.Text("filter_string"),
        new("max_results", Rule.Integer),
        new("order_by", Rule.List),
        ParameterRules.Text("page_token"),
    ];

    public static IReadOnlyList<RpcEndpoint> All { get; } =
        [DatasetCalls.Call("POST", "/search", Shape, Rules, Search), DatasetCalls.Call("GET", "/search", Shape, Rules, Search)];

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var size = SizeOf(request.Integer("max_results", DefaultSize));
        var sql = new SearchSql().Add("SELECT d.dataset_id FROM evaluation_datasets d WHERE 1 = 1");
        if (request.Texts("experiment_ids") is { Count: > 0 } experiments)
        {
            sql.Add(
                $"""
                 AND EXISTS (SELECT 1 FROM entity_associations a
                    WHERE a.source_type = 'evaluation_dataset' AND a.source_id = d.dataset_id AND a.destination_type = 'experiment'
                        AND a.destination_id IN (SELECT value FROM json_each({sql.Parameter(IdList.Of(experiments))})))
                """);
        }

        var conditions = DatasetVocabulary.Instance.Read(request.Text("filter_string"), call.Server.Behavior);
        var order = Order(request.Texts("order_by"));
        var offset = PageToken.Read(request.Text("page_token"));
        return new(call.Server.Store.Read(connection =>
        {
            foreach (var condition in conditions)
            {
                sql.Add(" AND ").Add(DatasetConditions.ToSql(sql, connection, condition));
            }

            var page = Paging.Read(connection, sql.Add(" ORDER BY ").Add(order), offset, size, row => row.GetString(0));
            var datasets = DatasetReader.Read(connection, page.Items);
            return Answer.Of(new DatasetPage(datasets.Count == 0 ? null : datasets, page.NextToken), DatasetJson.Default.DatasetPage);
        }));
    }

    // None is told of as Python tells of nothing.
    private static long SizeOf(long size) => size == 0
        ? throw MlflowFault.Invalid("Invalid value None for parameter 'max_results' supplied. It must be a positive integer")
        : SearchLimits.Require(size, SearchLimits.Runs);

    private static string Order(IReadOnlyList<string> orderBy)
    {
        var parts = orderBy.Select(DatasetVocabulary.ReadOrdering).Select(one => $"d.{one.Key} {(one.IsAscending ? "ASC" : "DESC")}").Distinct().ToList();
        return string.Join(", ", (parts.Count == 0 ? ["d.created_time DESC"] : parts).Append("d.dataset_id DESC"));
    }
}
