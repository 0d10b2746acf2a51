using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.Issues;

/// <summary>The search of issues, what changed last first.</summary>
internal static class IssueSearch
{
    private const long DefaultSize = 1000;

    public static RpcEndpoint Endpoint { get; } = IssueCalls.Call(
        "POST",
        "/search",
        new(
            Field.Text("experiment_id"),
            Field.Text("filter_string"),
            Field.Integer("max_results"),
            Field.Text("page_token"),
            Field.Flag("include_trace_count")),
        [
            ParameterRules.Text("experiment_id"),
            ParameterRules.Text("filter_string"),
            new("max_results", Rule.Integer),
            ParameterRules.Text("page_token"),
            new("include_trace_count", Rule.Flag),
        ],
        Search);

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var size = SearchLimits.Require(request.Integer("max_results", DefaultSize), SearchLimits.Runs);
        var sql = new SearchSql().Add("SELECT i.issue_id FROM issues i WHERE 1 = 1");
        if (request.Text("experiment_id") is { Length: > 0 } experiment)
        {
            sql.Add($" AND i.experiment_id = {sql.Parameter(ExperimentId.Parse(experiment, call.Server.Behavior))}");
        }

        foreach (var condition in IssueVocabulary.Instance.Read(request.Text("filter_string"), call.Server.Behavior))
        {
            sql.Add(" AND ").Add(sql.Compare(condition.Key == "status" ? "i.status" : "i.source_run_id", condition.Comparator, condition.Value));
        }

        sql.Add(" ORDER BY i.last_updated_timestamp DESC, i.issue_id");
        var offset = PageToken.Read(request.Text("page_token"));
        return new(call.Server.Store.Read(connection =>
        {
            var page = Paging.Read(connection, sql, offset, size, row => row.GetString(0));
            var issues = IssueReader.Read(connection, page.Items);
            var counted = request.Flag("include_trace_count") ? IssueReader.CountTraces(connection, issues) : issues;
            return Answer.Of(new IssuePage(counted.Count == 0 ? null : counted, page.NextToken ?? ""), IssueJson.Default.IssuePage);
        }));
    }
}
