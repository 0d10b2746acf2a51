using System.Data.Common;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.EvaluationDatasets;

/// <summary>Reads evaluation datasets with their tags: two statements, however many there are.</summary>
internal static class DatasetReader
{
    private const string Given = "IN (SELECT value FROM json_each($ids))";

    private const string Columns =
        "dataset_id, name, schema, profile, digest, created_time, last_update_time, created_by, last_updated_by";

    /// <summary>Datasets in the order of their identities; what does not exist is left out.</summary>
    public static List<WireEvaluationDataset> Read(StoreConnection connection, IReadOnlyList<string> ids)
    {
        var list = IdList.Of(ids);
        var rows = connection.Query($"SELECT {Columns} FROM evaluation_datasets WHERE dataset_id {Given}", Map, ("$ids", list))
            .ToDictionary(row => row.DatasetId);
        var tags = new Grouping<string, string>();
        connection.Query(
            $"SELECT dataset_id, key, value FROM evaluation_dataset_tags WHERE dataset_id {Given} ORDER BY dataset_id, rowid",
            row => tags.Add(row.GetString(0), $"{PythonJson.Quote(row.GetString(1))}: {Value(row)}"),
            ("$ids", list));
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id] with { Tags = $"{{{string.Join(", ", tags.Find(id) ?? [])}}}" })];
    }

    /// <summary>One dataset; null when there is none.</summary>
    public static WireEvaluationDataset? Find(StoreConnection connection, string id) => Read(connection, [id]).FirstOrDefault();

    /// <summary>Experiments that a dataset belongs to, the first one first.</summary>
    public static List<string> ReadExperiments(StoreConnection connection, string id) => connection.Query(
        """
        SELECT destination_id FROM entity_associations
        WHERE source_type = 'evaluation_dataset' AND source_id = $id AND destination_type = 'experiment' ORDER BY rowid
        """,
        row => row.GetString(0),
        ("$id", id));

    private static string Value(DbDataReader row) => row.TextOrNull(2) is { } value ? PythonJson.Quote(value) : "null";

    private static WireEvaluationDataset Map(DbDataReader row) => new()
    {
        DatasetId = row.GetString(0),
        Name = row.GetString(1),
        Schema = row.TextOrNull(2),
        Profile = row.TextOrNull(3),
        Digest = row.TextOrNull(4),
        CreatedTime = row.NumberOrNull(5),
        LastUpdateTime = row.NumberOrNull(6),
        CreatedBy = row.TextOrNull(7),
        LastUpdatedBy = row.TextOrNull(8),
    };
}
