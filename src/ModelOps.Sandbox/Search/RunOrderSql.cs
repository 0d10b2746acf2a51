using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Search;

/// <summary>The order of runs as SQL: values that are missing come last, and the latest run first where all else is equal.</summary>
internal static class RunOrderSql
{
    // SQLite joins at most 64 tables.
    private const int MaxParts = 60;

    /// <summary>Makes the joins and the order.</summary>
    /// <param name="sql">Takes the parameters.</param>
    /// <param name="orderBy">Parts of the order, as they were sent.</param>
    /// <exception cref="MlflowFault">A part is no order, or a field comes twice.</exception>
    public static (string Joins, string Order) Make(SearchSql sql, IReadOnlyList<string> orderBy)
    {
        if (orderBy.Count > MaxParts)
        {
            throw MlflowFault.Invalid($"`order_by` has {orderBy.Count} fields. It must have at most {MaxParts}.");
        }

        var orderings = orderBy.Select(RunVocabulary.ReadOrdering).ToList();
        var (joins, order) = ("", "");
        for (var i = 0; i < orderings.Count; i++)
        {
            var table = Table(orderings[i].Entity);
            if (table is not null)
            {
                joins += $" LEFT JOIN {table} o{i} ON o{i}.run_uuid = r.run_uuid AND o{i}.key = {sql.Parameter(orderings[i].Key)}";
            }

            var column = table is null ? Column(orderings[i].Key) : $"o{i}.value";
            var nanLast = orderings[i].Entity == EntityKind.Metric ? $"o{i}.is_nan = 1 ASC NULLS LAST, " : "";
            order += $"{nanLast}{column} {(orderings[i].IsAscending ? "ASC" : "DESC")} NULLS LAST, ";
        }

        Orderings.RequireOnce(orderings.Select(one => (object)(one.Entity, one.Key)), orderBy);
        return (joins, orderings.Exists(one => one is { Entity: EntityKind.Attribute, Key: "start_time" })
            ? $"{order}r.run_uuid"
            : $"{order}r.start_time DESC, r.run_uuid");
    }

    private static string? Table(EntityKind entity) => entity switch
    {
        EntityKind.Metric => "latest_metrics",
        EntityKind.Parameter => "params",
        EntityKind.Tag => "tags",
        EntityKind.Attribute => null,
        _ => throw MlflowFault.Invalid("Invalid identifier type 'dataset'"),
    };

    private static string Column(string attribute) => attribute switch
    {
        "run_id" => "r.run_uuid",
        "run_name" => "r.name",
        "user_id" => "r.user_id",
        "status" => "r.status",
        "artifact_uri" => "r.artifact_uri",
        "end_time" => "r.end_time",
        _ => "r.start_time",
    };
}
