using System.Data.Common;
using ModelOps.Sandbox.Assessments;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Traces;

/// <summary>Reads traces with all that belongs to them but their spans: four statements, however many there are, for both forms.</summary>
internal static class TraceReader
{
    private const string Given = "IN (SELECT value FROM json_each($ids))";

    /// <summary>Traces in the order of their identities; what does not exist is left out.</summary>
    public static List<TraceInfo> Read(StoreConnection connection, IReadOnlyList<string> traceIds)
    {
        const string Sql =
            $"""
            SELECT request_id, experiment_id, timestamp_ms, execution_time_ms, status, client_request_id, request_preview, response_preview
            FROM trace_info WHERE request_id {Given}
            """;
        var ids = IdList.Of(traceIds);
        var rows = connection.Query(Sql, Map, ("$ids", ids)).ToDictionary(row => row.Id);
        var metadata = ReadPairs(
            connection, $"SELECT request_id, key, value FROM trace_request_metadata WHERE request_id {Given} ORDER BY request_id, rowid", ids);
        var tags = ReadPairs(connection, $"SELECT request_id, key, value FROM trace_tags WHERE request_id {Given} ORDER BY request_id, rowid", ids);
        var assessments = AssessmentReader.ReadOfTraces(connection, ids);
        return
        [
            .. traceIds.Where(rows.ContainsKey).Select(id => new TraceInfo(rows[id], metadata.Find(id), tags.Find(id), assessments.Find(id))),
        ];
    }

    /// <summary>A trace; null when there is none.</summary>
    public static TraceInfo? Find(StoreConnection connection, string traceId) => Read(connection, [traceId]) is [var trace] ? trace : null;

    /// <summary>A trace.</summary>
    /// <exception cref="MlflowFault">There is none.</exception>
    public static TraceInfo Require(StoreConnection connection, string traceId, Behavior behavior) =>
        Find(connection, traceId) ?? throw NotFound(traceId, behavior);

    /// <summary>Says that there is no such trace.</summary>
    public static MlflowFault NotFound(string traceId, Behavior behavior) =>
        MlflowFault.Missing($"Trace with {(behavior == Behavior.Mlflow2 ? "request_id" : "ID")} '{traceId}' not found.");

    private static Grouping<string, WireTag> ReadPairs(StoreConnection connection, string sql, string ids)
    {
        var pairs = new Grouping<string, WireTag>();
        connection.Query(sql, row => pairs.Add(row.GetString(0), new(row.GetString(1), row.Text(2))), ("$ids", ids));
        return pairs;
    }

    private static TraceRow Map(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.NumberOrNull(3), row.GetString(4))
    {
        ClientRequestId = row.TextOrNull(5),
        RequestPreview = row.TextOrNull(6),
        ResponsePreview = row.TextOrNull(7),
    };
}
