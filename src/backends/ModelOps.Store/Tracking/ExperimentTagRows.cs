using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Table <c>experiment_tags</c>, and the experiments that are found by it.</summary>
internal static class ExperimentTagRows
{
    private const string Select = "SELECT CAST(e.experiment_id AS TEXT), e.name FROM experiments e WHERE e.lifecycle_stage = 'active'";

    /// <summary>Reads an active experiment; null when there is none.</summary>
    public static Experiment? Find(StoreConnection connection, string id) =>
        Read(connection, $"{Select} AND CAST(e.experiment_id AS TEXT) = $id", ("$id", id)).FirstOrDefault();

    /// <summary>Active experiments that carry a tag.</summary>
    public static List<Experiment> List(StoreConnection connection, string key) => Read(
        connection,
        $"{Select} AND EXISTS (SELECT 1 FROM experiment_tags t WHERE t.experiment_id = e.experiment_id AND t.key = $key) ORDER BY e.experiment_id",
        ("$key", key));

    public static void Write(StoreConnection connection, string id, IReadOnlyList<Tag> tags)
    {
        foreach (var tag in tags)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO experiment_tags (key, value, experiment_id) VALUES ($key, $value, CAST($id AS INTEGER))",
                ("$key", tag.Key), ("$value", tag.Value), ("$id", id));
        }
    }

    /// <summary>Hides an experiment and its runs, as MLflow does before they are deleted for good.</summary>
    public static void Delete(StoreConnection connection, string id, DateTimeOffset now)
    {
        var experiment = ("$id", (object?)id);
        var time = ("$now", (object?)now.ToUnixTimeMilliseconds());
        var changed = connection.Execute(
            """
            UPDATE experiments SET lifecycle_stage = 'deleted', last_update_time = $now
            WHERE CAST(experiment_id AS TEXT) = $id AND lifecycle_stage = 'active'
            """,
            experiment, time);
        if (changed > 0)
        {
            connection.Execute(
                "UPDATE runs SET lifecycle_stage = 'deleted', deleted_time = $now WHERE CAST(experiment_id AS TEXT) = $id AND lifecycle_stage = 'active'",
                experiment, time);
        }
    }

    private static List<Experiment> Read(StoreConnection connection, string sql, (string Name, object? Value) parameter)
    {
        var rows = connection.Query(sql, row => (Id: row.Text(0), Name: row.Text(1)), parameter);
        return [.. rows.Select(row => new Experiment(row.Id, row.Name, ReadTags(connection, row.Id)))];
    }

    private static Dictionary<string, string> ReadTags(StoreConnection connection, string id) => connection
        .Query(
            "SELECT key, value FROM experiment_tags WHERE CAST(experiment_id AS TEXT) = $id ORDER BY key",
            row => KeyValuePair.Create(row.Text(0), row.Text(1)),
            ("$id", id))
        .ToDictionary(StringComparer.Ordinal);
}
