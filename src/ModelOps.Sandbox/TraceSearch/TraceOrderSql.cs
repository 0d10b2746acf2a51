using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Search;
using ModelOps.Sandbox.Traces;

namespace ModelOps.Sandbox.TraceSearch;

/// <summary>The order of traces as SQL: values that are missing come last, and the latest trace first where all else is equal.</summary>
internal static class TraceOrderSql
{
    // SQLite joins at most 64 tables.
    private const int MaxParts = 60;

    /// <summary>Makes the joins and the order.</summary>
    /// <exception cref="MlflowFault">A part is no order, or a field comes twice.</exception>
    public static (string Joins, string Order) Make(SearchSql sql, IReadOnlyList<string> orderBy, Behavior behavior)
    {
        if (orderBy.Count > MaxParts)
        {
            throw MlflowFault.Invalid($"`order_by` has {orderBy.Count} fields. It must have at most {MaxParts}.");
        }

        var orderings = orderBy.Select(part => Read(part, TraceWords.Of(behavior))).ToList();
        var (joins, order) = ("", "");
        for (var at = 0; at < orderings.Count; at++)
        {
            var (table, key) = Table(orderings[at]);
            if (table is not null)
            {
                joins += $" LEFT JOIN {table} o{at} ON o{at}.request_id = i.request_id AND o{at}.key = {sql.Parameter(key)}";
            }

            var column = table is null ? Column(orderings[at].Key) : $"o{at}.value";
            order += $"{column} {(orderings[at].IsAscending ? "ASC" : "DESC")} NULLS LAST, ";
        }

        Orderings.RequireOnce(orderings.Select(one => (object)(one.Entity, one.Key)), orderBy);
        return (joins, orderings.Exists(one => one is { Entity: EntityKind.Attribute, Key: "timestamp_ms" })
            ? $"{order}i.request_id"
            : $"{order}i.timestamp_ms DESC, i.request_id");
    }

    private static Ordering Read(string part, TraceWords words)
    {
        var (identifier, isAscending) = Orderings.Read(part);
        var (entity, key) = words.Identify(identifier, words.OrderAttributes);
        return new(entity, key is "timestamp" or "execution_time" or "end_time" && entity == EntityKind.Attribute ? key + "_ms" : key, isAscending);
    }

    private static (string? Table, string Key) Table(Ordering one) => one switch
    {
        { Entity: EntityKind.Tag } => ("trace_tags", one.Key),
        { Entity: EntityKind.Metadata } => ("trace_request_metadata", one.Key),
        { Entity: EntityKind.Attribute, Key: "name" } => ("trace_tags", TraceKeys.Name),
        { Entity: EntityKind.Attribute, Key: "run_id" } => ("trace_request_metadata", TraceKeys.SourceRun),
        { Entity: EntityKind.Attribute } => (null, one.Key),
        _ => throw MlflowFault.Invalid($"Invalid identifier type '{TraceWords.NameOf(one.Entity)}'"),
    };

    private static string Column(string attribute) => attribute switch
    {
        "experiment_id" => "i.experiment_id",
        "timestamp_ms" => "i.timestamp_ms",
        "execution_time_ms" => "i.execution_time_ms",
        "status" => "i.status",
        "request_id" => "i.request_id",
        _ => throw MlflowFault.Internal("type object 'SqlTraceInfo' has no attribute 'end_time_ms'"),
    };
}
