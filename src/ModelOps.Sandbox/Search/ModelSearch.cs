using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Models;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Search;

/// <summary>The search of registered models.</summary>
internal static class ModelSearch
{
    private const string Tags = "SELECT 1 FROM registered_model_tags t WHERE t.workspace = 'default' AND t.name = m.name";

    private static readonly MessageShape Shape = new(
        Field.Text("filter"), Field.Integer("max_results"), Field.Text("order_by").Many, Field.Text("page_token"));

    public static RpcEndpoint Endpoint { get; } = new(
        "GET",
        "mlflow/registered-models/search",
        Shape,
        [
            ParameterRules.Text("filter"),
            new("max_results", Rule.Integer, Rule.AtMost(SearchLimits.Models)),
            new("order_by", Rule.List, Rule.ListOfStrings),
            ParameterRules.Text("page_token"),
        ],
        Search);

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var size = Math.Max(0, request.Integer("max_results", SearchLimits.DefaultModels));
        var conditions = RegistryVocabulary.Models.Read(request.Text("filter"), call.Server.Behavior);
        var order = Order(request.Texts("order_by"));
        var offset = PageToken.Read(request.Text("page_token"));
        var sql = new SearchSql().Add($"SELECT {ModelReader.Columns} FROM registered_models m WHERE m.workspace = 'default'");
        var asksForPrompts = RegistryVocabulary.AsksForPrompts(conditions);
        foreach (var condition in RegistrySql.WithoutPrompts(conditions, asksForPrompts))
        {
            sql.Add(" AND ").Add(condition.Entity == EntityKind.Tag ? RegistrySql.OfTag(sql, condition, Tags) : OfName(sql, condition));
        }

        sql.Add(asksForPrompts ? "" : " AND " + RegistrySql.ExceptPrompts("m.name", "registered_model_tags")).Add($" ORDER BY {order}");
        return new(call.Server.Store.Read(connection =>
        {
            var page = Paging.Read(connection, sql, offset, size, ModelReader.Map);
            ModelReader.AddParts(connection, call.Server.Behavior == Behavior.Mlflow3, page.Items);
            return Answer.Of(new ModelPage(page.Items.Count == 0 ? null : page.Items, page.NextToken), RegistryPageJson.Default.ModelPage);
        }));
    }

    private static string OfName(SearchSql sql, Condition condition)
    {
        RegistrySql.RequireText(condition);
        return sql.Compare("m.name", condition.Operator, condition.Value);
    }

    private static string Order(IReadOnlyList<string> orderBy)
    {
        var parts = orderBy.Select(Read).ToList();
        Orderings.RequireOnce(parts.Select(part => (object)part.Column), orderBy);
        var order = parts.Select(part => $"{part.Column} {(part.IsAscending ? "ASC" : "DESC")}").ToList();
        return string.Join(", ", parts.Exists(part => part.Column == "m.name") ? order : order.Append("m.name ASC"));
    }

    private static (string Column, bool IsAscending) Read(string part)
    {
        var (key, isAscending) = Orderings.Read(part);
        return key switch
        {
            "name" => ("m.name", isAscending),
            "timestamp" or "last_updated_timestamp" => ("m.last_updated_time", isAscending),
            _ => throw MlflowFault.Invalid($"Invalid order by key '{key}' specified. Valid keys are '{Keys.SetText(["name", "timestamp"])}'"),
        };
    }
}
