using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>trace_info</c>, <c>trace_tags</c>, <c>trace_request_metadata</c> and <c>trace_metrics</c>, as MLflow does.</summary>
internal static class TraceWrites
{
    /// <summary>Adds a trace.</summary>
    public static void Insert(StoreConnection connection, TraceRow trace) => connection.Execute(
        """
        INSERT INTO trace_info (
            request_id, experiment_id, timestamp_ms, execution_time_ms, status, client_request_id, request_preview, response_preview)
        VALUES ($id, $experiment, $timestamp, $duration, $status, $client, $request, $response)
        """,
        Parameters(trace));

    /// <summary>Replaces what is known of a trace, or adds it; previews stay where there are no new ones.</summary>
    public static void Replace(StoreConnection connection, TraceRow trace) => connection.Execute(
        """
        INSERT INTO trace_info (
            request_id, experiment_id, timestamp_ms, execution_time_ms, status, client_request_id, request_preview, response_preview)
        VALUES ($id, $experiment, $timestamp, $duration, $status, $client, $request, $response)
        ON CONFLICT (request_id) DO UPDATE SET experiment_id = excluded.experiment_id, timestamp_ms = excluded.timestamp_ms,
            execution_time_ms = excluded.execution_time_ms, status = excluded.status, client_request_id = excluded.client_request_id,
            request_preview = COALESCE(excluded.request_preview, request_preview),
            response_preview = COALESCE(excluded.response_preview, response_preview)
        """,
        Parameters(trace));

    /// <summary>Ends a trace.</summary>
    public static void End(StoreConnection connection, string id, long duration, string status) => connection.Execute(
        "UPDATE trace_info SET execution_time_ms = $duration, status = $status WHERE request_id = $id",
        ("$id", id), ("$duration", duration), ("$status", status));

    /// <summary>Sets a tag; one that is there keeps its place.</summary>
    public static void SetTag(StoreConnection connection, string id, string key, string value) => connection.Execute(
        """
        INSERT INTO trace_tags (key, value, request_id) VALUES ($key, $value, $id)
        ON CONFLICT (key, request_id) DO UPDATE SET value = excluded.value
        """,
        ("$id", id), ("$key", key), ("$value", value));

    /// <summary>Removes a tag.</summary>
    /// <returns>Whether it was there.</returns>
    public static bool DeleteTag(StoreConnection connection, string id, string key) => connection.Execute(
        "DELETE FROM trace_tags WHERE key = $key AND request_id = $id", ("$id", id), ("$key", key)) > 0;

    /// <summary>Sets a value of the metadata; one that is there keeps its place.</summary>
    public static void SetMetadata(StoreConnection connection, string id, string key, string value) => connection.Execute(
        """
        INSERT INTO trace_request_metadata (key, value, request_id) VALUES ($key, $value, $id)
        ON CONFLICT (key, request_id) DO UPDATE SET value = excluded.value
        """,
        ("$id", id), ("$key", key), ("$value", value));

    /// <summary>Sets a number of a trace.</summary>
    public static void SetMetric(StoreConnection connection, string id, string key, double value) => connection.Execute(
        """
        INSERT INTO trace_metrics (request_id, key, value) VALUES ($id, $key, $value)
        ON CONFLICT (request_id, key) DO UPDATE SET value = excluded.value
        """,
        ("$id", id), ("$key", key), ("$value", value));

    /// <summary>Removes traces of an experiment with all that belongs to them.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="experimentId">The experiment.</param>
    /// <param name="latest">Time up to which traces go, in epoch milliseconds; null for all times.</param>
    /// <param name="count">How many go at most, the oldest first; null for all.</param>
    /// <param name="ids">Identities, a list as JSON; null for all.</param>
    /// <returns>How many went.</returns>
    public static int Delete(StoreConnection connection, long experimentId, long? latest, long? count, string? ids) => connection.Execute(
        """
        DELETE FROM trace_info WHERE request_id IN (
            SELECT request_id FROM trace_info
            WHERE experiment_id = $experiment AND ($latest IS NULL OR timestamp_ms <= $latest)
                AND ($ids IS NULL OR request_id IN (SELECT value FROM json_each($ids)))
            ORDER BY timestamp_ms, request_id LIMIT COALESCE($count, -1))
        """,
        ("$experiment", experimentId), ("$latest", latest), ("$count", count), ("$ids", ids));

    private static (string Name, object? Value)[] Parameters(TraceRow trace) =>
    [
        ("$id", trace.Id), ("$experiment", trace.ExperimentId), ("$timestamp", trace.Timestamp), ("$duration", trace.Duration),
        ("$status", trace.Status), ("$client", trace.ClientRequestId), ("$request", trace.RequestPreview), ("$response", trace.ResponsePreview),
    ];
}
