using System.Globalization;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Tables <c>tags</c>, <c>params</c>, <c>metrics</c> and <c>latest_metrics</c>: what was logged to a run.</summary>
internal static class RunLogRows
{
    /// <summary>A run with all that was logged to it.</summary>
    public static Run Fill(StoreConnection connection, Run run) => run with
    {
        Tags = ReadTexts(connection, "SELECT key, value FROM tags WHERE run_uuid = $run ORDER BY key", run.Id),
        Parameters = ReadTexts(connection, "SELECT key, value FROM params WHERE run_uuid = $run ORDER BY key", run.Id),
        Metrics = ReadMetrics(connection, run.Id),
    };

    /// <summary>Logs values of metrics; one that is there already is not logged again.</summary>
    public static void AddMetrics(StoreConnection connection, string runId, IReadOnlyList<LoggedMetric> metrics)
    {
        var run = RunRows.RequireActive(connection, runId);
        MetricWrites.Write(connection, runId, long.Parse(run.ExperimentId, CultureInfo.InvariantCulture), [.. metrics.Select(Row)]);
    }

    /// <summary>Logs parameters, all or none.</summary>
    public static void AddParameters(StoreConnection connection, string runId, IReadOnlyList<Parameter> parameters)
    {
        RunRows.RequireActive(connection, runId);
        foreach (var (name, value) in parameters)
        {
            if (RunWrites.AddParameter(connection, runId, name, value) is { } old)
            {
                throw StoreErrors.Refused($"The run '{runId}' has the parameter '{name}' already, with the value '{old}': it cannot become '{value}'.");
            }
        }
    }

    // MLflow keeps 0 for what is not a number, and the largest number for infinity.
    private static MetricValue Row(LoggedMetric metric) => new()
    {
        Key = metric.Name,
        Value = double.IsNaN(metric.Value) ? 0 : Math.Clamp(metric.Value, double.MinValue, double.MaxValue),
        IsNaN = double.IsNaN(metric.Value),
        Timestamp = metric.Time.ToUnixTimeMilliseconds(),
        Step = metric.Step,
    };

    private static Dictionary<string, string> ReadTexts(StoreConnection connection, string sql, string runId) => connection
        .Query(sql, row => KeyValuePair.Create(row.Text(0), row.Text(1)), ("$run", runId))
        .ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, double> ReadMetrics(StoreConnection connection, string runId) => connection
        .Query(
            "SELECT key, value, is_nan FROM latest_metrics WHERE run_uuid = $run ORDER BY key",
            row => KeyValuePair.Create(row.Text(0), row.GetBoolean(2) ? double.NaN : row.GetDouble(1)),
            ("$run", runId))
        .ToDictionary(StringComparer.Ordinal);
}
