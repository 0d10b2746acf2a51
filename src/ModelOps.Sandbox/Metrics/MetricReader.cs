using ModelOps.Sandbox.Reading;
using ModelOps.Sandbox.Runs;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Metrics;

/// <summary>Reads the histories of metrics.</summary>
internal static class MetricReader
{
    private const string Columns = "key, value, timestamp, step, is_nan";
    private const string Given = "run_uuid IN (SELECT value FROM json_each($runs))";

    // Without the inner query SQLite prefers the primary key's index, which begins with the metric, and so goes through the values of all runs.
    private const string OfRun = "rowid IN (SELECT rowid FROM metrics WHERE run_uuid = $run AND key = $key)";
    private const string OfRuns = $"rowid IN (SELECT rowid FROM metrics WHERE {Given} AND key = $key)";

    private const string OfSteps =
        "rowid IN (SELECT rowid FROM metrics WHERE run_uuid = $run AND key = $key AND step IN (SELECT value FROM json_each($steps)))";

    /// <summary>Values in the order in which they were logged.</summary>
    public static List<WireMetric> ReadAll(StoreConnection connection, string runId, string key) => connection.Query(
        $"SELECT {Columns} FROM metrics WHERE {OfRun} ORDER BY rowid",
        row => RunReader.MapMetric(row, 0),
        ("$run", runId), ("$key", key));

    /// <summary>A part of the values, by time, step and value.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="runId">The run.</param>
    /// <param name="key">The metric.</param>
    /// <param name="offset">How many to leave out.</param>
    /// <param name="limit">How many at most; all when negative.</param>
    public static List<WireMetric> ReadPart(StoreConnection connection, string runId, string key, long offset, long limit) => connection.Query(
        $"""
        SELECT {Columns} FROM metrics WHERE {OfRun}
        ORDER BY timestamp, step, value LIMIT $limit OFFSET $offset
        """,
        row => RunReader.MapMetric(row, 0),
        ("$run", runId), ("$key", key), ("$limit", limit), ("$offset", offset));

    /// <summary>Values of several runs, by run, time, step and value.</summary>
    public static List<WireMetric> ReadRuns(StoreConnection connection, IReadOnlyList<string> runIds, string key, long limit) => connection.Query(
        $"""
        SELECT {Columns}, run_uuid FROM metrics WHERE {OfRuns}
        ORDER BY run_uuid, timestamp, step, value LIMIT $limit
        """,
        row => RunReader.MapMetric(row, 0) with { RunId = row.GetString(5) },
        ("$runs", IdList.Of(runIds)), ("$key", key), ("$limit", limit));

    /// <summary>Values of a run at some steps, by step, time and value.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="runId">The run.</param>
    /// <param name="key">The metric.</param>
    /// <param name="steps">The steps, a list as JSON.</param>
    /// <param name="limit">How many at most.</param>
    public static List<WireMetric> ReadSteps(StoreConnection connection, string runId, string key, string steps, int limit) => connection.Query(
        $"""
        SELECT {Columns} FROM metrics WHERE {OfSteps}
        ORDER BY step, timestamp, value LIMIT $limit
        """,
        row => RunReader.MapMetric(row, 0) with { RunId = runId },
        ("$run", runId), ("$key", key), ("$steps", steps), ("$limit", limit));

    /// <summary>All steps at which runs have values, ascending.</summary>
    public static List<long> ReadAllSteps(StoreConnection connection, IReadOnlyList<string> runIds, string key) => connection.Query(
        $"SELECT DISTINCT step FROM metrics WHERE {Given} AND key = $key ORDER BY step",
        row => row.GetInt64(0),
        ("$runs", IdList.Of(runIds)), ("$key", key));

    /// <summary>First and last step of every run.</summary>
    public static List<(long First, long Last)> ReadEnds(StoreConnection connection, IReadOnlyList<string> runIds, string key) => connection.Query(
        $"SELECT MIN(step), MAX(step) FROM metrics WHERE {Given} AND key = $key GROUP BY run_uuid",
        row => (row.GetInt64(0), row.GetInt64(1)),
        ("$runs", IdList.Of(runIds)), ("$key", key));
}
