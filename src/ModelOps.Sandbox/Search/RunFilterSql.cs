using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Runs;

namespace ModelOps.Sandbox.Search;

/// <summary>Conditions on runs as SQL over the table <c>runs</c> under the name <c>r</c>.</summary>
internal static class RunFilterSql
{
    /// <summary>Appends a condition.</summary>
    /// <exception cref="MlflowFault">The comparator does not go with what is compared.</exception>
    public static void Append(SearchSql sql, Condition condition, Behavior behavior)
    {
        Check(condition, behavior);
        sql.Add(" AND ").Add(condition.Entity switch
        {
            EntityKind.Attribute => OfAttribute(sql, condition),
            EntityKind.Dataset => OfDataset(sql, condition),
            EntityKind.Metric => OfPair(sql, condition, "latest_metrics"),
            EntityKind.Parameter => OfPair(sql, condition, "params"),
            _ => OfPair(sql, condition, "tags"),
        });
    }

    private static void Check(Condition condition, Behavior behavior)
    {
        var orNull = behavior == Behavior.Mlflow2 ? Comparators.Text : Comparators.TextOrNull;
        var isNumeric = RunVocabulary.IsNumeric(condition.Key);
        var (allowed, shown, end) = condition.Entity switch
        {
            EntityKind.Metric => (Comparators.Numeric, Comparators.Numeric, ""),
            EntityKind.Parameter => (orNull, orNull, "'"),
            EntityKind.Tag => (orNull, orNull, ""),
            EntityKind.Attribute when isNumeric => (Comparators.Numeric, Comparators.TextOrList, ""),
            EntityKind.Attribute => (Comparators.TextOrList, Comparators.TextOrList, "'"),
            _ => (Comparators.TextOrList, Comparators.TextOrList, ""),
        };
        Comparators.Require(condition.Operator, allowed, shown, end);
    }

    private static string OfAttribute(SearchSql sql, Condition condition) => RunVocabulary.Translate(condition.Key) switch
    {
        // Runs of old have their name in the tag only.
        "run_name" => OfPair(sql, condition with { Key = RunTags.Name }, "tags"),
        "run_id" => sql.Compare("r.run_uuid", condition.Operator, condition.Value),
        "user_id" => sql.Compare("r.user_id", condition.Operator, condition.Value),
        "status" => sql.Compare("r.status", condition.Operator, condition.Value),
        "artifact_uri" => sql.Compare("r.artifact_uri", condition.Operator, condition.Value),
        "start_time" => sql.Compare("r.start_time", condition.Operator, condition.Value),
        _ => sql.Compare("r.end_time", condition.Operator, condition.Value),
    };

    private static string OfPair(SearchSql sql, Condition condition, string table)
    {
        var exists = $"EXISTS (SELECT 1 FROM {table} e WHERE e.run_uuid = r.run_uuid AND e.key = {sql.Parameter(condition.Key)}";
        return condition.Operator switch
        {
            "IS NULL" => $"NOT {exists})",
            "IS NOT NULL" => $"{exists})",
            _ => $"{exists} AND {sql.Compare("e.value", condition.Operator, condition.Value)})",
        };
    }

    private static string OfDataset(SearchSql sql, Condition condition)
    {
        const string Inputs = "EXISTS (SELECT 1 FROM inputs i JOIN datasets d ON d.dataset_uuid = i.source_id";
        const string OfRun = "WHERE i.destination_type = 'RUN' AND i.destination_id = r.run_uuid";
        const string Contexts = "JOIN input_tags t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context'";
        return condition.Key switch
        {
            "name" => $"{Inputs} {OfRun} AND {sql.Compare("d.name", condition.Operator, condition.Value)})",
            "digest" => $"{Inputs} {OfRun} AND {sql.Compare("d.digest", condition.Operator, condition.Value)})",
            _ => $"{Inputs} {Contexts} {OfRun} AND {sql.Compare("t.value", condition.Operator, condition.Value)})",
        };
    }
}
