using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>spans</c> and <c>span_metrics</c>, and what spans change of their trace, as MLflow does.</summary>
internal static class SpanWrites
{
    /// <summary>Adds a span; one that is there is replaced.</summary>
    public static void Set(StoreConnection connection, SpanRow span) => connection.Execute(
        """
        INSERT INTO spans (trace_id, experiment_id, span_id, parent_span_id, name, type, status, start_time_unix_nano, end_time_unix_nano,
            content, dimension_attributes)
        VALUES ($trace, $experiment, $span, $parent, $name, $type, $status, $start, $end, $content, $dimensions)
        ON CONFLICT (trace_id, span_id) DO UPDATE SET parent_span_id = excluded.parent_span_id, name = excluded.name, type = excluded.type,
            status = excluded.status, start_time_unix_nano = excluded.start_time_unix_nano, end_time_unix_nano = excluded.end_time_unix_nano,
            content = excluded.content, dimension_attributes = excluded.dimension_attributes
        """,
        ("$trace", span.TraceId), ("$experiment", span.ExperimentId), ("$span", span.SpanId), ("$parent", span.ParentId), ("$name", span.Name),
        ("$type", span.Type), ("$status", span.Status), ("$start", span.Start), ("$end", span.End), ("$content", span.Content),
        ("$dimensions", span.Dimensions));

    /// <summary>Sets a number of a span.</summary>
    public static void SetMetric(StoreConnection connection, string traceId, string spanId, string key, double value) => connection.Execute(
        """
        INSERT INTO span_metrics (trace_id, span_id, key, value) VALUES ($trace, $span, $key, $value)
        ON CONFLICT (trace_id, span_id, key) DO UPDATE SET value = excluded.value
        """,
        ("$trace", traceId), ("$span", spanId), ("$key", key), ("$value", value));

    /// <summary>Widens the time of a trace to that of spans.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="id">The trace.</param>
    /// <param name="start">When the first span began, in epoch milliseconds.</param>
    /// <param name="end">When the last one ended, in epoch milliseconds.</param>
    public static void Widen(StoreConnection connection, string id, long start, long end) => connection.Execute(
        """
        UPDATE trace_info SET timestamp_ms = MIN(timestamp_ms, $start),
            execution_time_ms = MAX(timestamp_ms + COALESCE(execution_time_ms, 0), $end) - MIN(timestamp_ms, $start)
        WHERE request_id = $id
        """,
        ("$id", id), ("$start", start), ("$end", end));

    /// <summary>Gives a trace what its root span says: a state while it has none that is final, previews where there are none.</summary>
    public static void Complete(StoreConnection connection, string id, string status, string? request, string? response) => connection.Execute(
        """
        UPDATE trace_info SET status = iif(status IN ('IN_PROGRESS', 'STATE_UNSPECIFIED'), $status, status),
            request_preview = COALESCE(request_preview, $request), response_preview = COALESCE(response_preview, $response)
        WHERE request_id = $id
        """,
        ("$id", id), ("$status", status), ("$request", request), ("$response", response));
}
