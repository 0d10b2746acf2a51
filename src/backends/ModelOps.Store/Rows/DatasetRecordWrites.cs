using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>evaluation_dataset_records</c>, as MLflow does.</summary>
internal static class DatasetRecordWrites
{
    /// <summary>Adds a record.</summary>
    public static void Insert(StoreConnection connection, string datasetId, DatasetRecordRow record, long now) => connection.Execute(
        """
        INSERT INTO evaluation_dataset_records (
            dataset_record_id, dataset_id, inputs, outputs, expectations, tags, source, source_id, source_type, created_time, last_update_time,
            created_by, last_updated_by, input_hash)
        VALUES ($id, $dataset, $inputs, $outputs, $expectations, $tags, $source, $sourceId, $sourceType, $now, $now, $user, $user, $hash)
        """,
        ("$id", record.Id), ("$dataset", datasetId), ("$inputs", record.Inputs), ("$outputs", record.Outputs),
        ("$expectations", record.Expectations), ("$tags", record.Tags), ("$source", record.Source), ("$sourceId", record.SourceId),
        ("$sourceType", record.SourceType), ("$now", now), ("$user", record.User), ("$hash", record.InputHash));

    /// <summary>Changes a record, which keeps its inputs and its source.</summary>
    public static void Update(StoreConnection connection, DatasetRecordRow record, long now) => connection.Execute(
        """
        UPDATE evaluation_dataset_records
        SET outputs = $outputs, expectations = $expectations, tags = $tags, last_update_time = $now, last_updated_by = COALESCE($user, last_updated_by)
        WHERE dataset_record_id = $id
        """,
        ("$id", record.Id), ("$outputs", record.Outputs), ("$expectations", record.Expectations), ("$tags", record.Tags), ("$now", now),
        ("$user", record.User));

    /// <summary>Removes records of a dataset.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="ids">Identities, a list as JSON.</param>
    /// <returns>How many there were.</returns>
    public static int Delete(StoreConnection connection, string datasetId, string ids) => connection.Execute(
        "DELETE FROM evaluation_dataset_records WHERE dataset_id = $dataset AND dataset_record_id IN (SELECT value FROM json_each($ids))",
        ("$dataset", datasetId), ("$ids", ids));
}
