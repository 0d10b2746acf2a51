using System.Data.Common;
using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Experiments;

/// <summary>Reads experiments with their tags: two statements, however many there are.</summary>
internal static class ExperimentReader
{
    private const string Columns = "experiment_id, name, artifact_location, lifecycle_stage, last_update_time, creation_time";

    /// <summary>Experiments in the order of their identities; what does not exist is left out.</summary>
    public static List<WireExperiment> Read(StoreConnection connection, IReadOnlyList<long> ids)
    {
        var list = IdList.Of(ids);
        var rows = connection
            .Query($"SELECT {Columns} FROM experiments WHERE experiment_id IN (SELECT value FROM json_each($ids))", Map, ("$ids", list))
            .ToDictionary(row => row.Id, row => row.Experiment);
        var tags = ReadTags(connection, list);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id] with { Tags = tags.Find(id) })];
    }

    /// <summary>One experiment, deleted or not; null when there is none.</summary>
    public static WireExperiment? Find(StoreConnection connection, long id) => Read(connection, [id]).FirstOrDefault();

    /// <summary>The experiment of a name, deleted or not; null when there is none.</summary>
    public static WireExperiment? FindByName(StoreConnection connection, string name) =>
        connection.Scalar("SELECT experiment_id FROM experiments WHERE workspace = 'default' AND name = $name", ("$name", name)) is long id
            ? Find(connection, id)
            : null;

    private static Grouping<long, WireTag> ReadTags(StoreConnection connection, string ids)
    {
        const string Sql =
            """
            SELECT experiment_id, key, value FROM experiment_tags
            WHERE experiment_id IN (SELECT value FROM json_each($ids)) ORDER BY experiment_id, rowid
            """;
        var tags = new Grouping<long, WireTag>();
        connection.Query(Sql, row => tags.Add(row.GetInt64(0), new(row.GetString(1), row.Text(2))), ("$ids", ids));
        return tags;
    }

    private static (long Id, WireExperiment Experiment) Map(DbDataReader row) => (row.GetInt64(0), new()
    {
        ExperimentId = row.GetInt64(0).ToString(CultureInfo.InvariantCulture),
        Name = row.GetString(1),
        ArtifactLocation = row.TextOrNull(2),
        LifecycleStage = row.Text(3),
        LastUpdateTime = row.NumberOrNull(4),
        CreationTime = row.NumberOrNull(5),
    });
}
