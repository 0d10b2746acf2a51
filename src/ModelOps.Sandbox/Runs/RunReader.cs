using System.Data.Common;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Reads runs with all that belongs to them: a fixed number of statements, however many there are.</summary>
internal static class RunReader
{
    private const string Given = "IN (SELECT value FROM json_each($ids))";

    private const string Columns =
        "run_uuid, CAST(experiment_id AS TEXT), name, user_id, status, start_time, end_time, artifact_uri, lifecycle_stage";

    /// <summary>Runs in the order of their identities; what does not exist is left out.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="runIds">Identities.</param>
    /// <param name="behavior">The release, which decides whether outputs are sent.</param>
    public static List<WireRun> Read(StoreConnection connection, IReadOnlyList<string> runIds, Behavior behavior)
    {
        var ids = IdList.Of(runIds);
        var infos = connection.Query($"SELECT {Columns} FROM runs WHERE run_uuid {Given}", Map, ("$ids", ids)).ToDictionary(info => info.RunUuid);
        var metrics = ReadMetrics(connection, ids);
        var parameters = ReadPairs(connection, $"SELECT run_uuid, key, value FROM params WHERE run_uuid {Given} ORDER BY run_uuid, rowid", ids);
        var tags = ReadPairs(connection, $"SELECT run_uuid, key, value FROM tags WHERE run_uuid {Given} ORDER BY run_uuid, rowid", ids);
        var links = RunLinks.Read(connection, ids);
        var runs = new List<WireRun>(runIds.Count);
        foreach (var id in runIds)
        {
            if (infos.TryGetValue(id, out var info))
            {
                var named = string.IsNullOrEmpty(info.RunName) ? info with { RunName = NameInTags(tags.Find(id)) ?? info.RunName } : info;
                var outputs = behavior == Behavior.Mlflow2 ? null : links.Outputs(id);
                runs.Add(new(named, new(metrics.Find(id), parameters.Find(id), tags.Find(id)), links.Inputs(id), outputs));
            }
        }

        return runs;
    }

    /// <summary>What a run is; null when there is none.</summary>
    public static WireRunInfo? FindInfo(StoreConnection connection, string runId)
    {
        var rows = connection.Query($"SELECT {Columns} FROM runs WHERE run_uuid = $run", Map, ("$run", runId));
        return rows.Count == 0 ? null : rows[0];
    }

    private static Grouping<string, WireMetric> ReadMetrics(StoreConnection connection, string ids)
    {
        const string Sql =
            $"SELECT run_uuid, key, value, timestamp, step, is_nan FROM latest_metrics WHERE run_uuid {Given} ORDER BY run_uuid, rowid";
        var metrics = new Grouping<string, WireMetric>();
        connection.Query(Sql, row => metrics.Add(row.GetString(0), MapMetric(row, 1)), ("$ids", ids));
        return metrics;
    }

    /// <summary>Reads the columns key, value, timestamp, step and is_nan.</summary>
    public static WireMetric MapMetric(DbDataReader row, int first) => new(
        row.GetString(first),
        row.GetBoolean(first + 4) ? double.NaN : row.GetDouble(first + 1),
        row.IsDBNull(first + 2) ? 0 : row.GetInt64(first + 2),
        row.GetInt64(first + 3));

    private static Grouping<string, WireTag> ReadPairs(StoreConnection connection, string sql, string ids)
    {
        var pairs = new Grouping<string, WireTag>();
        connection.Query(sql, row => pairs.Add(row.GetString(0), new(row.GetString(1), row.Text(2))), ("$ids", ids));
        return pairs;
    }

    private static string? NameInTags(IReadOnlyList<WireTag>? tags) => tags?.FirstOrDefault(tag => tag.Key == RunTags.Name)?.Value;

    private static WireRunInfo Map(DbDataReader row) => new()
    {
        RunUuid = row.GetString(0),
        ExperimentId = row.Text(1),
        RunName = row.TextOrNull(2),
        UserId = row.Text(3),
        Status = row.Text(4),
        StartTime = row.NumberOrNull(5) ?? 0,
        EndTime = row.IsDBNull(6) || row.GetInt64(6) == 0 ? null : row.GetInt64(6),
        ArtifactUri = row.TextOrNull(7),
        LifecycleStage = row.Text(8),
    };
}
