using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>Conditions on spans as SQL.</summary>
internal static class SpanFilterSql
{
    /// <summary>Begins the keys of attributes.</summary>
    public const string Attributes = "attributes.";

    private static readonly IReadOnlyList<string> OfColumns = ["=", "!=", "IN", "NOT IN", "LIKE", "ILIKE", "RLIKE"];

    private static readonly IReadOnlyList<string> OfContent = ["LIKE", "ILIKE"];

    /// <summary>Conditions that hold for one span.</summary>
    /// <exception cref="MlflowFault">A comparator does not go with what is compared.</exception>
    public static string Of(SearchSql sql, IReadOnlyList<Condition> conditions) =>
        $"EXISTS (SELECT 1 FROM spans s WHERE s.trace_id = i.request_id AND {string.Join(" AND ", conditions.Select(condition => One(sql, condition)))})";

    /// <summary>A condition on the text of all spans.</summary>
    public static string OfText(SearchSql sql, Condition condition)
    {
        Require(condition, "trace.text", OfContent);
        return $"EXISTS (SELECT 1 FROM spans s WHERE s.trace_id = i.request_id AND {Patterns.Compare(sql, "s.content", condition)})";
    }

    private static string One(SearchSql sql, Condition condition)
    {
        var isAttribute = condition.Key.StartsWith(Attributes, StringComparison.Ordinal);
        Require(condition, $"span.{condition.Key}", condition.Key == "content" ? OfContent : OfColumns);
        return condition.Key switch
        {
            "name" => Patterns.Compare(sql, "s.name", condition),
            "type" => Patterns.Compare(sql, "s.type", condition),
            "status" => Patterns.Compare(sql, "s.status", condition),
            "content" => Patterns.Compare(sql, "s.content", condition),
            _ when isAttribute => OfAttribute(sql, condition, Keys.Unquote(condition.Key[Attributes.Length..])),
            _ => throw MlflowFault.Invalid($"Invalid span attribute '{condition.Key}'. Supported attributes: name, type, status, content, attributes.<name>"),
        };
    }

    // MLflow looks for the key and the value in the text of the span, so that nothing is equal to it.
    private static string OfAttribute(SearchSql sql, Condition condition, string key)
    {
        if (condition.Operator is "LIKE" or "ILIKE" or "=" or "!=")
        {
            return Patterns.Compare(sql, "s.content", condition.Operator, $"%\"{key}\"{condition.Value}%");
        }

        const string Value = "CAST(iif(json_valid(j.value), json_extract(j.value, '$'), j.value) AS TEXT)";
        return $"EXISTS (SELECT 1 FROM json_each(s.content, '$.attributes') j WHERE j.key = {sql.Parameter(key)} AND {Patterns.Compare(sql, Value, condition)})";
    }

    private static void Require(Condition condition, string name, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(condition.Operator))
        {
            throw MlflowFault.Invalid($"{name} comparator '{condition.Comparator}' not one of '{Keys.SetText(allowed)}'");
        }
    }
}
