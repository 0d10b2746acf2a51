using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Traces;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>Conditions on traces as SQL over the table <c>trace_info</c> under the name <c>i</c>.</summary>
internal static class TraceFilterSql
{
    /// <summary>Appends conditions, each with an AND before it.</summary>
    /// <exception cref="MlflowFault">A comparator does not go with what is compared.</exception>
    public static void Append(SearchSql sql, IReadOnlyList<Condition> conditions, Behavior behavior)
    {
        var words = TraceWords.Of(behavior);
        foreach (var condition in conditions.Where(condition => condition.Entity != EntityKind.Span))
        {
            sql.Add(" AND ").Add(condition.Entity switch
            {
                EntityKind.Tag => OfPair(sql, condition, "trace_tags", words.TagComparators, end: ""),
                EntityKind.Metadata => OfPair(sql, condition, "trace_request_metadata", words.TagComparators, end: "'"),
                EntityKind.Attribute => OfAttribute(sql, condition, words),
                _ => AssessmentFilterSql.Of(sql, condition),
            });
        }

        // All that is said of spans has to hold for one of them.
        var ofSpans = conditions.Where(condition => condition.Entity == EntityKind.Span).ToList();
        if (ofSpans.Count > 0)
        {
            sql.Add(" AND ").Add(SpanFilterSql.Of(sql, ofSpans));
        }
    }

    private static string OfAttribute(SearchSql sql, Condition condition, TraceWords words)
    {
        switch (condition.Key)
        {
            case "name":
                return OfPair(sql, condition with { Key = TraceKeys.Name }, "trace_tags", words.TagComparators, end: "");
            case "run_id":
                return OfRun(sql, condition, words);
            case "prompt":
                return OfPrompt(sql, condition);
            case "text":
                return SpanFilterSql.OfText(sql, condition);
        }

        var isNumeric = TraceWords.IsNumeric(condition.Key);
        Comparators.Require(condition.Operator, isNumeric ? Comparators.Numeric : words.TextComparators, words.TextComparators, isNumeric ? "" : "'");
        return Patterns.Compare(sql, Column(condition.Key), condition);
    }

    // Traces that were linked to a run belong to it like those that it made.
    private static string OfRun(SearchSql sql, Condition condition, TraceWords words)
    {
        var ofMetadata = OfPair(sql, condition with { Key = TraceKeys.SourceRun }, "trace_request_metadata", words.TagComparators, end: "'");
        return condition.Operator != "="
            ? ofMetadata
            : $"({ofMetadata} OR {OfLink(sql, "run", condition.Value)})";
    }

    private static string OfPrompt(SearchSql sql, Condition condition)
    {
        const string Form = "prompt = \"name/version\"";
        if (condition.Operator != "=")
        {
            throw MlflowFault.Invalid($"Invalid comparator '{condition.Comparator}' for prompts filter. Only '=' is supported with format: {Form}");
        }

        return condition.Value is string text && text.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
            ? OfLink(sql, "prompt_version", text)
            : throw MlflowFault.Invalid($"Invalid prompts filter value '{condition.Value}'. Expected format: {Form}");
    }

    private static string OfLink(SearchSql sql, string type, object? id) =>
        "EXISTS (SELECT 1 FROM entity_associations l WHERE l.source_type = 'trace' AND l.source_id = i.request_id "
        + $"AND l.destination_type = '{type}' AND l.destination_id = {sql.Parameter(id)})";

    private static string OfPair(SearchSql sql, Condition condition, string table, IReadOnlyList<string> allowed, string end)
    {
        Comparators.Require(condition.Operator, allowed, allowed, end);
        var exists = $"EXISTS (SELECT 1 FROM {table} e WHERE e.request_id = i.request_id AND e.key = {sql.Parameter(condition.Key)}";
        return condition.Operator switch
        {
            "IS NULL" => $"NOT {exists})",
            "IS NOT NULL" => $"{exists})",
            _ => $"{exists} AND {Patterns.Compare(sql, "e.value", condition)})",
        };
    }

    private static string Column(string attribute) => attribute switch
    {
        "status" => "i.status",
        "request_id" => "i.request_id",
        "client_request_id" => "i.client_request_id",
        "timestamp" or "timestamp_ms" => "i.timestamp_ms",
        "execution_time" or "execution_time_ms" => "i.execution_time_ms",
        _ => "(i.timestamp_ms + COALESCE(i.execution_time_ms, 0))",
    };
}
