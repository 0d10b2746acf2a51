using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Spans;

/// <summary>Reads spans as the tables hold them.</summary>
internal static class SpanReader
{
    /// <summary>The texts of the spans of traces, by trace: roots first, then by their start.</summary>
    public static Grouping<string, string> Read(StoreConnection connection, IReadOnlyList<string> traceIds)
    {
        const string Sql =
            """
            SELECT trace_id, content FROM spans WHERE trace_id IN (SELECT value FROM json_each($ids))
            ORDER BY trace_id, parent_span_id IS NOT NULL, start_time_unix_nano, span_id
            """;
        var spans = new Grouping<string, string>();
        connection.Query(Sql, row => spans.Add(row.GetString(0), row.GetString(1)), ("$ids", IdList.Of(traceIds)));
        return spans;
    }
}
