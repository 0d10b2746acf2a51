using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Evaluation datasets that are found by a tag; a store of MLflow 2 has no table of them.</summary>
internal static class EvaluationDatasetRows
{
    private const string Table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'evaluation_datasets'";

    private const string Select = "SELECT d.dataset_id, d.name FROM evaluation_datasets d WHERE";

    /// <summary>Reads a dataset; null when there is none.</summary>
    public static EvaluationDataset? Find(StoreConnection connection, string id) =>
        Read(connection, $"{Select} d.dataset_id = $id", ("$id", id)).FirstOrDefault();

    /// <summary>Datasets that carry a tag.</summary>
    public static List<EvaluationDataset> List(StoreConnection connection, string key) => Read(
        connection,
        $"{Select} EXISTS (SELECT 1 FROM evaluation_dataset_tags t WHERE t.dataset_id = d.dataset_id AND t.key = $key) ORDER BY d.created_time, d.dataset_id",
        ("$key", key));

    /// <summary>Removes a dataset with its records; one that is gone is fine.</summary>
    public static void Delete(StoreConnection connection, string id)
    {
        if (connection.Scalar(Table) is not null)
        {
            EvaluationDatasetWrites.Delete(connection, id);
        }
    }

    private static List<EvaluationDataset> Read(StoreConnection connection, string sql, (string Name, object? Value) parameter) =>
        connection.Scalar(Table) is null
            ? []
            : [.. connection.Query(sql, row => (Id: row.Text(0), Name: row.Text(1)), parameter)
                .Select(row => new EvaluationDataset(row.Id, row.Name, ReadTags(connection, row.Id)))];

    private static Dictionary<string, string> ReadTags(StoreConnection connection, string id) => connection
        .Query(
            "SELECT key, value FROM evaluation_dataset_tags WHERE dataset_id = $id ORDER BY key",
            row => KeyValuePair.Create(row.Text(0), row.Text(1)),
            ("$id", id))
        .ToDictionary(StringComparer.Ordinal);
}
