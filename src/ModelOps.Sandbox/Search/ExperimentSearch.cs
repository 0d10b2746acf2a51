using ModelOps.Sandbox.Experiments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Search;

/// <summary>The search of experiments.</summary>
internal static class ExperimentSearch
{
    private const string Path = "mlflow/experiments/search";

    private static readonly MessageShape Shape = new(
        Field.Integer("max_results"), Field.Text("page_token"), Field.Text("filter"), Field.Text("order_by").Many, Views.Field("view_type"));

    private static readonly ParameterRules[] Rules =
    [
        new("view_type", Rule.Integer),
        new("max_results", Rule.Integer),
        new("order_by", Rule.List),
        ParameterRules.Text("filter"),
        ParameterRules.Text("page_token"),
    ];

    public static IReadOnlyList<RpcEndpoint> All { get; } = [new("POST", Path, Shape, Rules, Search), new("GET", Path, Shape, Rules, Search)];

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var size = SearchLimits.Require(request.Integer("max_results"), SearchLimits.Runs);
        var conditions = ExperimentVocabulary.Instance.Read(request.Text("filter"), call.Server.Behavior);
        var sql = new SearchSql()
            .Add("SELECT x.experiment_id FROM experiments x WHERE ").Add(Views.Condition("x.lifecycle_stage", request.Choice("view_type", Views.Active)));
        foreach (var condition in conditions)
        {
            sql.Add(" AND ").Add(condition.Entity == EntityKind.Tag ? OfTag(sql, condition) : OfAttribute(sql, condition));
        }

        sql.Add(" ORDER BY ").Add(Order(request.Texts("order_by")));
        var offset = PageToken.Read(request.Text("page_token"));
        return new(call.Server.Store.Read(connection =>
        {
            var page = Paging.Read(connection, sql, offset, size, row => row.GetInt64(0));
            var experiments = ExperimentReader.Read(connection, page.Items);
            return Answer.Of(new ExperimentPage(experiments.Count == 0 ? null : experiments, page.NextToken), TrackingPageJson.Default.ExperimentPage);
        }));
    }

    // Comparators count only in upper case here, unlike in the search of runs.
    private static string OfAttribute(SearchSql sql, Condition condition)
    {
        var isNumeric = ExperimentVocabulary.IsNumeric(condition.Key);
        Comparators.Require(
            condition.Comparator, isNumeric ? Comparators.Numeric : Comparators.TextOrList, Comparators.TextOrList, isNumeric ? "" : "'");
        if (!isNumeric && !Comparators.Text.Contains(condition.Comparator))
        {
            throw MlflowFault.Invalid($"Invalid comparator for string attribute: {condition.Comparator}");
        }

        return sql.Compare(Column(condition.Key), condition.Comparator, condition.Value);
    }

    private static string OfTag(SearchSql sql, Condition condition)
    {
        if (!Comparators.TextOrNull.Contains(condition.Comparator))
        {
            throw MlflowFault.Invalid($"Invalid comparator for tag: {condition.Comparator}");
        }

        var exists = $"EXISTS (SELECT 1 FROM experiment_tags t WHERE t.experiment_id = x.experiment_id AND t.key = {sql.Parameter(condition.Key)}";
        return condition.Comparator switch
        {
            "IS NULL" => $"NOT {exists})",
            "IS NOT NULL" => $"{exists})",
            _ => $"{exists} AND {sql.Compare("t.value", condition.Comparator, condition.Value)})",
        };
    }

    private static string Order(IReadOnlyList<string> orderBy)
    {
        var orderings = orderBy.Select(ExperimentVocabulary.ReadOrdering).ToList();
        var parts = orderings.Select(one => $"{Column(one.Key)} {(one.IsAscending ? "ASC" : "DESC")}").Distinct().ToList();
        return orderings.Count == 0 ? "x.creation_time DESC, x.experiment_id ASC"
            : string.Join(", ", orderings.Exists(one => one.Key == "experiment_id") ? parts : parts.Append("x.experiment_id DESC"));
    }

    private static string Column(string attribute) => attribute switch
    {
        "name" => "x.name",
        "creation_time" => "x.creation_time",
        "last_update_time" => "x.last_update_time",
        _ => "x.experiment_id",
    };
}
