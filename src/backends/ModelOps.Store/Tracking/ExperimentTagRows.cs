using System.Globalization;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Table <c>experiment_tags</c>, and the experiments that are found by it.</summary>
internal static class ExperimentTagRows
{
    private const string Select = "SELECT CAST(e.experiment_id AS TEXT), e.name FROM experiments e WHERE e.lifecycle_stage = 'active'";

    /// <summary>Reads an active experiment; null when there is none.</summary>
    public static Experiment? Find(StoreConnection connection, string id) =>
        Read(connection, $"{Select} AND e.experiment_id = $id AND CAST(e.experiment_id AS TEXT) = $id", ("$id", id)).FirstOrDefault();

    /// <summary>Active experiments that carry a tag.</summary>
    public static List<Experiment> List(StoreConnection connection, string key) => Read(
        connection,
        $"{Select} AND EXISTS (SELECT 1 FROM experiment_tags t WHERE t.experiment_id = e.experiment_id AND t.key = $key) ORDER BY e.experiment_id",
        ("$key", key));

    /// <summary>Hides an active experiment and its runs, as MLflow does before they are deleted for good.</summary>
    public static void Delete(StoreConnection connection, string id, DateTimeOffset now)
    {
        if (Find(connection, id) is not null)
        {
            ExperimentWrites.Delete(connection, long.Parse(id, CultureInfo.InvariantCulture), now.ToUnixTimeMilliseconds());
        }
    }

    private static List<Experiment> Read(StoreConnection connection, string sql, (string Name, object? Value) parameter)
    {
        var rows = connection.Query(sql, row => (Id: row.Text(0), Name: row.Text(1)), parameter);
        return [.. rows.Select(row => new Experiment(row.Id, row.Name, ReadTags(connection, row.Id)))];
    }

    private static Dictionary<string, string> ReadTags(StoreConnection connection, string id) => connection
        .Query(
            "SELECT key, value FROM experiment_tags WHERE experiment_id = $id ORDER BY key",
            row => KeyValuePair.Create(row.Text(0), row.Text(1)),
            ("$id", id))
        .ToDictionary(StringComparer.Ordinal);
}
