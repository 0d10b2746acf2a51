using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Rpc;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>The search of logged models.</summary>
internal static class LoggedModelSearch
{
    private const long DefaultSize = 50;

    private static readonly MessageShape Dataset = new(Field.Text("dataset_name"), Field.Text("dataset_digest"));

    private static readonly MessageShape Part = new(
        Field.Text("field_name"), Field.Flag("ascending"), Field.Text("dataset_name"), Field.Text("dataset_digest"));

    private static readonly MessageShape Shape = new(
        Field.Text("experiment_ids").Many, Field.Text("filter"), Field.Message("datasets", Dataset).Many, Field.Integer("max_results"),
        Field.Message("order_by", Part).Many, Field.Text("page_token"));

    public static RpcEndpoint Endpoint { get; } = new(
        "POST",
        "mlflow/logged-models/search",
        Shape,
        [
            new("experiment_ids", Rule.List, Rule.ListOfStrings, Rule.Required),
            ParameterRules.Text("filter"),
            new("datasets", Rule.List),
            new("max_results", Rule.Integer),
            new("order_by", Rule.List),
            ParameterRules.Text("page_token"),
        ],
        Search) { Only = Behavior.Mlflow3 };

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var (datasets, orderBy) = (request.Parts("datasets"), request.Parts("order_by"));
        if (datasets.Any(dataset => dataset.Text("dataset_name").Length == 0))
        {
            throw MlflowFault.Invalid("`dataset_name` in the `datasets` clause must be specified.");
        }

        var search = new LoggedModelToken
        {
            ExperimentIds = request.Texts("experiment_ids"),
            FilterString = request.TextOrNull("filter") is { Length: > 0 } filter ? filter : null,
            OrderBy = orderBy.Count == 0 ? null : [.. orderBy.Select(LoggedModelOrdering.Of)],
        };
        var offset = LoggedModelToken.Read(request.Text("page_token"), search);
        var size = request.Integer("max_results", DefaultSize);
        size = size > 0 ? size : DefaultSize;
        var sql = new SearchSql().Add("SELECT m.model_id FROM logged_models m WHERE m.lifecycle_stage <> 'deleted'");
        LoggedModelSql.AppendConditions(sql, LoggedModelVocabulary.Read(request.Text("filter")), datasets);
        var experiments = search.ExperimentIds.Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToList();
        sql.Add($" AND m.experiment_id IN (SELECT value FROM json_each({sql.Parameter(IdList.Of(experiments))}))")
            .Add($" ORDER BY {LoggedModelSql.Order(sql, orderBy)}");
        return new(call.Server.Store.Read(connection =>
        {
            var page = Paging.Read(connection, sql, offset, size, row => row.GetString(0));
            var models = LoggedModelReader.Read(connection, page.Items);
            var next = page.NextToken is null ? null : (search with { Offset = offset + size }).Encode();
            return Answer.Of(new LoggedModelPage(models.Count == 0 ? null : models, next), LoggedModelJson.Default.LoggedModelPage);
        }));
    }
}
