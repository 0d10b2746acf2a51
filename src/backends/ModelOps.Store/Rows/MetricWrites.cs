using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes values of metrics: the history, the latest value of each, and the measures of logged models.</summary>
internal static class MetricWrites
{
    private const string AppendSql =
        "INSERT INTO metrics (run_uuid, key, value, timestamp, step, is_nan) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";

    private const string SetLatestSql =
        """
        INSERT INTO latest_metrics AS l (run_uuid, key, value, timestamp, step, is_nan) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (key, run_uuid) DO UPDATE
        SET value = excluded.value, timestamp = excluded.timestamp, step = excluded.step, is_nan = excluded.is_nan
        WHERE (excluded.step, excluded.timestamp, excluded.value) > (l.step, l.timestamp, l.value)
        """;

    /// <summary>Writes values to a run; a value that was logged before is not logged again.</summary>
    public static void Write(StoreConnection connection, string runId, long experimentId, IReadOnlyList<MetricValue> metrics)
    {
        using var append = connection.Statement(AppendSql);
        append.Statement.Bind(1, runId);
        var latest = new Dictionary<string, MetricValue>(metrics.Count, StringComparer.Ordinal);
        foreach (var metric in metrics)
        {
            Run(append.Statement, metric);
            if (!latest.TryGetValue(metric.Key, out var known) || metric.IsAfter(known))
            {
                latest[metric.Key] = metric;
            }
        }

        using var setLatest = connection.Statement(SetLatestSql);
        setLatest.Statement.Bind(1, runId);
        foreach (var metric in latest.Values)
        {
            Run(setLatest.Statement, metric);
        }

        foreach (var metric in metrics.Where(metric => metric.ModelId is not null))
        {
            AppendToModel(connection, runId, experimentId, metric);
        }
    }

    private static void Run(StoreStatement statement, MetricValue metric) => statement
        .Bind(2, metric.Key)
        .Bind(3, metric.Value)
        .Bind(4, metric.Timestamp)
        .Bind(5, metric.Step)
        .Bind(6, metric.IsNaN ? 1L : 0L)
        .Run();

    // Only the same value again is no new row: another value at the same step and time is refused by the key.
    private static void AppendToModel(StoreConnection connection, string runId, long experimentId, MetricValue metric) => connection.Execute(
        """
        INSERT INTO logged_model_metrics (
            model_id, metric_name, metric_timestamp_ms, metric_step, metric_value, experiment_id, run_id, dataset_name, dataset_digest)
        SELECT $model, $key, $time, $step, $value, $experiment, $run, $dataset, $digest
        WHERE NOT EXISTS (
            SELECT 1 FROM logged_model_metrics
            WHERE model_id = $model AND metric_name = $key AND metric_timestamp_ms = $time AND metric_step = $step AND run_id = $run
                AND metric_value = $value AND dataset_name IS $dataset AND dataset_digest IS $digest)
        """,
        ("$model", metric.ModelId),
        ("$key", metric.Key),
        ("$time", metric.Timestamp),
        ("$step", metric.Step),
        ("$value", metric.Value),
        ("$experiment", experimentId),
        ("$run", runId),
        ("$dataset", metric.DatasetName),
        ("$digest", metric.DatasetDigest));
}
