using System.Data.Common;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Assessments;

/// <summary>Reads assessments.</summary>
internal static class AssessmentReader
{
    private const string Columns =
        """
        SELECT assessment_id, trace_id, name, assessment_type, value, error, created_timestamp, last_updated_timestamp, source_type, source_id,
            run_id, span_id, rationale, overrides, valid, assessment_metadata
        FROM assessments
        """;

    /// <summary>The assessments of traces, by trace, the oldest first.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="traceIds">Identities of the traces, a list as JSON.</param>
    public static Grouping<string, AssessmentRow> ReadOfTraces(StoreConnection connection, string traceIds)
    {
        var found = new Grouping<string, AssessmentRow>();
        connection.Query(
            $"{Columns} WHERE trace_id IN (SELECT value FROM json_each($ids)) ORDER BY trace_id, created_timestamp, rowid",
            row => found.Add(row.GetString(1), Map(row)),
            ("$ids", traceIds));
        return found;
    }

    /// <summary>An assessment of a trace.</summary>
    /// <exception cref="MlflowFault">There is no such trace, or it has no such assessment.</exception>
    public static AssessmentRow Require(StoreConnection connection, string traceId, string id)
    {
        var rows = connection.Query($"{Columns} WHERE trace_id = $trace AND assessment_id = $id", Map, ("$trace", traceId), ("$id", id));
        return rows.Count == 1 ? rows[0]
            : connection.Scalar("SELECT 1 FROM trace_info WHERE request_id = $trace", ("$trace", traceId)) is null
                ? throw MlflowFault.Missing($"Trace with request_id '{traceId}' not found")
                : throw MlflowFault.Missing($"Assessment with ID '{id}' not found for trace '{traceId}'");
    }

    private static AssessmentRow Map(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))
    {
        Error = row.TextOrNull(5),
        Created = row.GetInt64(6),
        Updated = row.GetInt64(7),
        SourceType = row.GetString(8),
        SourceId = row.TextOrNull(9),
        RunId = row.TextOrNull(10),
        SpanId = row.TextOrNull(11),
        Rationale = row.TextOrNull(12),
        Overrides = row.TextOrNull(13),
        IsValid = row.GetBoolean(14),
        Metadata = row.TextOrNull(15),
    };
}
