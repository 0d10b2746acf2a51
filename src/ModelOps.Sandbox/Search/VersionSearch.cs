using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Search;

/// <summary>The search of model versions.</summary>
internal static class VersionSearch
{
    private const string Tags =
        "SELECT 1 FROM model_version_tags t WHERE t.workspace = 'default' AND t.name = v.name AND t.version = v.version";

    private static readonly IReadOnlyList<string> OrderAttributes = ["name", "version_number", "creation_timestamp", "last_updated_timestamp"];

    private static readonly MessageShape Shape = new(
        Field.Text("filter"), Field.Integer("max_results"), Field.Text("order_by").Many, Field.Text("page_token"));

    public static RpcEndpoint Endpoint { get; } = new(
        "GET",
        "mlflow/model-versions/search",
        Shape,
        [
            ParameterRules.Text("filter"),
            new("max_results", Rule.Integer, Rule.AtMost(SearchLimits.Versions)),
            new("order_by", Rule.List, Rule.ListOfStrings),
            ParameterRules.Text("page_token"),
        ],
        Search);

    private static ValueTask<Answer> Search(RpcCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var size = request.Integer("max_results", SearchLimits.DefaultVersions);
        if (size < 1)
        {
            throw MlflowFault.Invalid($"Invalid value for max_results. It must be a positive integer, but got {size}");
        }

        // The plus keeps SQLite from reading all versions in their order, or all of the workspace, when those of a few runs are all that is wanted.
        var conditions = RegistryVocabulary.Versions.Read(request.Text("filter"), call.Server.Behavior);
        var plus = conditions.Any(IsOfRuns) ? "+" : "";
        var sql = new SearchSql()
            .Add($"SELECT {VersionReader.Columns} FROM model_versions v WHERE {plus}v.workspace = 'default' AND {VersionReader.IsVisible}");
        var asksForPrompts = RegistryVocabulary.AsksForPrompts(conditions);
        foreach (var condition in RegistrySql.WithoutPrompts(conditions, asksForPrompts))
        {
            sql.Add(" AND ").Add(condition.Entity == EntityKind.Tag ? RegistrySql.OfTag(sql, condition, Tags) : OfAttribute(sql, condition));
        }

        sql.Add(asksForPrompts ? "" : " AND " + RegistrySql.ExceptPrompts("v.name", "model_version_tags"))
            .Add($" ORDER BY {plus}")
            .Add(Order(request.Texts("order_by")));
        var offset = PageToken.Read(request.Text("page_token"));
        return new(call.Server.Store.Read(connection =>
        {
            var page = Paging.Read(connection, sql, offset, size, VersionReader.Map);
            VersionReader.AddTags(connection, page.Items);
            return Answer.Of(new VersionPage(page.Items.Count == 0 ? null : page.Items, page.NextToken), RegistryPageJson.Default.VersionPage);
        }));
    }

    private static bool IsOfRuns(Condition condition) => condition is { Entity: EntityKind.Attribute, Key: "run_id", Operator: "=" or "IN" };

    private static string OfAttribute(SearchSql sql, Condition condition)
    {
        if (condition.Key == "version_number")
        {
            return Comparators.Numeric.Contains(condition.Operator)
                ? sql.Compare("v.version", condition.Operator, condition.Value)
                : throw MlflowFault.Invalid($"Invalid comparator for attribute {condition.Key}: {condition.Operator}");
        }

        RegistrySql.RequireText(condition, condition.Key == "run_id" ? ["IN"] : []);
        return sql.Compare(Column(condition.Key), condition.Operator, condition.Value);
    }

    private static string Order(IReadOnlyList<string> orderBy)
    {
        if (orderBy.Count == 0)
        {
            return "v.last_updated_time DESC, v.name ASC, v.version DESC";
        }

        var parts = orderBy.Select(Read).ToList();
        Orderings.RequireOnce(parts.Select(part => (object)part.Column), orderBy);
        var order = parts.Select(part => $"{part.Column} {(part.IsAscending ? "ASC" : "DESC")}").ToList();
        order.AddRange(parts.Exists(part => part.Column == "v.name") ? [] : ["v.name ASC"]);
        order.AddRange(parts.Exists(part => part.Column == "v.version") ? [] : ["v.version DESC"]);
        return string.Join(", ", order);
    }

    private static (string Column, bool IsAscending) Read(string part)
    {
        var (identifier, isAscending) = Orderings.Read(part);
        var (_, key) = Keys.AttributeOrTag(identifier, OrderAttributes);
        return OrderAttributes.Contains(key)
            ? (Column(key), isAscending)
            : throw MlflowFault.Invalid($"Invalid order by key '{key}' specified. Valid keys are {Keys.SetText(OrderAttributes)}");
    }

    private static string Column(string attribute) => attribute switch
    {
        "name" => "v.name",
        "version_number" => "v.version",
        "run_id" => "v.run_id",
        "source_path" => "v.source",
        "creation_timestamp" => "v.creation_time",
        _ => "v.last_updated_time",
    };
}
