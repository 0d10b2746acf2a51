using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes the rows of <c>entity_associations</c> that begin at a trace.</summary>
internal static class TraceLinkWrites
{
    /// <summary>Links a trace to a run; a link that is there stays.</summary>
    public static void ToRun(StoreConnection connection, string traceId, string runId, long now) => Add(connection, traceId, "run", runId, now);

    /// <summary>Links a trace to a version of a prompt; a link that is there stays.</summary>
    public static void ToPrompt(StoreConnection connection, string traceId, string name, long version, long now) =>
        Add(connection, traceId, "prompt_version", FormattableString.Invariant($"{name}/{version}"), now);

    private static void Add(StoreConnection connection, string traceId, string type, string id, long now) => connection.Execute(
        """
        INSERT INTO entity_associations (association_id, source_type, source_id, destination_type, destination_id, created_time)
        VALUES ($link, 'trace', $trace, $type, $id, $now) ON CONFLICT DO NOTHING
        """,
        ("$link", Guid.NewGuid().ToString("N")), ("$trace", traceId), ("$type", type), ("$id", id), ("$now", now));
}
