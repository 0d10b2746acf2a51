using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;

namespace ModelOps.Sandbox.LoggedModels;

/// <summary>The search of logged models as SQL over the table <c>logged_models</c> under the name <c>m</c>.</summary>
internal static class LoggedModelSql
{
    // SQLite joins at most 64 tables.
    private const int MaxOrderings = 60;

    /// <summary>Appends the conditions of a filter and of data sets.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="conditions">The filter.</param>
    /// <param name="datasets">Data sets, of which one has to be that of the metric, or of any metric when the filter names none.</param>
    public static void AppendConditions(SearchSql sql, IReadOnlyList<Condition> conditions, IReadOnlyList<Message> datasets)
    {
        var isOnDataset = datasets.Count == 0 ? "" : $" AND ({string.Join(" OR ", datasets.Select(dataset => OfDataset(sql, dataset)))})";
        foreach (var condition in conditions)
        {
            sql.Add(" AND ").Add(condition.Entity switch
            {
                EntityKind.Metric => OfPair(sql, condition, "logged_model_metrics", "e.metric_name", "e.metric_value", isOnDataset),
                EntityKind.Parameter => OfPair(sql, condition, "logged_model_params", "e.param_key", "e.param_value", ""),
                EntityKind.Tag => OfPair(sql, condition, "logged_model_tags", "e.tag_key", "e.tag_value", ""),
                _ => sql.Compare(LoggedModelVocabulary.Column(condition.Key)!, condition.Comparator, condition.Value),
            });
        }

        if (isOnDataset.Length > 0 && !conditions.Any(condition => condition.Entity == EntityKind.Metric))
        {
            sql.Add($" AND EXISTS (SELECT 1 FROM logged_model_metrics e WHERE e.model_id = m.model_id{isOnDataset})");
        }
    }

    /// <summary>The order: values that are missing come last, and the newest model first where all else is equal.</summary>
    /// <exception cref="MlflowFault">A field cannot be ordered by.</exception>
    public static string Order(SearchSql sql, IReadOnlyList<Message> orderBy)
    {
        if (orderBy.Count > MaxOrderings)
        {
            throw MlflowFault.Invalid($"`order_by` has {orderBy.Count} fields. It must have at most {MaxOrderings}.");
        }

        var order = "";
        var hasCreation = false;
        foreach (var part in orderBy)
        {
            var column = OrderColumn(sql, part);
            hasCreation |= column == "m.creation_timestamp_ms";
            order += $"{column} {(part.Flag("ascending", absent: true) ? "ASC" : "DESC")} NULLS LAST, ";
        }

        return order + (hasCreation ? "m.rowid" : "m.creation_timestamp_ms DESC, m.rowid");
    }

    // The latest value of a metric is the one that counts.
    private static string OrderColumn(SearchSql sql, Message part)
    {
        var field = part.Text("field_name");
        var (entity, key) = Keys.Split(field);
        if (entity is null)
        {
            return LoggedModelVocabulary.Column(field) ?? throw MlflowFault.Invalid($"Invalid order by field name: {field}");
        }

        if (entity != "metrics")
        {
            throw MlflowFault.Invalid($"Invalid order by field name: {field}. Only metrics are supported.");
        }

        var dataset = part.Text("dataset_name") is { Length: > 0 } name ? $" AND o.dataset_name = {sql.Parameter(name)}" : "";
        var digest = part.Text("dataset_digest") is { Length: > 0 } sent ? $" AND o.dataset_digest = {sql.Parameter(sent)}" : "";
        return $"(SELECT o.metric_value FROM logged_model_metrics o WHERE o.model_id = m.model_id AND o.metric_name = {sql.Parameter(key)}{dataset}{digest} "
            + "ORDER BY o.metric_timestamp_ms DESC, o.metric_step DESC LIMIT 1)";
    }

    private static string OfPair(SearchSql sql, Condition condition, string table, string key, string value, string more) =>
        $"EXISTS (SELECT 1 FROM {table} e WHERE e.model_id = m.model_id AND {key} = {sql.Parameter(condition.Key)} "
        + $"AND {sql.Compare(value, condition.Comparator, condition.Value)}{more})";

    private static string OfDataset(SearchSql sql, Message dataset) => dataset.Text("dataset_digest") is { Length: > 0 } digest
        ? $"(e.dataset_name = {sql.Parameter(dataset.Text("dataset_name"))} AND e.dataset_digest = {sql.Parameter(digest)})"
        : $"e.dataset_name = {sql.Parameter(dataset.Text("dataset_name"))}";
}
