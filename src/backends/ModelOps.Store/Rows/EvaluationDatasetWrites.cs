using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>evaluation_datasets</c>, their tags and their links to experiments, as MLflow does.</summary>
internal static class EvaluationDatasetWrites
{
    /// <summary>Adds a dataset; names need not be unique.</summary>
    public static void Insert(StoreConnection connection, string id, string name, string digest, string? user, long now) => connection.Execute(
        """
        INSERT INTO evaluation_datasets (dataset_id, name, digest, created_time, last_update_time, created_by, last_updated_by)
        VALUES ($id, $name, $digest, $now, $now, $user, $user)
        """,
        ("$id", id), ("$name", name), ("$digest", digest), ("$user", user), ("$now", now));

    /// <summary>Removes a dataset with its records, tags and links.</summary>
    public static void Delete(StoreConnection connection, string id)
    {
        connection.Execute("DELETE FROM entity_associations WHERE source_type = 'evaluation_dataset' AND source_id = $id", ("$id", id));
        connection.Execute("DELETE FROM evaluation_datasets WHERE dataset_id = $id", ("$id", id));
    }

    /// <summary>Sets a tag; one that is there keeps its place.</summary>
    public static void SetTag(StoreConnection connection, string id, string key, string? value) => connection.Execute(
        """
        INSERT INTO evaluation_dataset_tags (dataset_id, key, value) VALUES ($id, $key, $value)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """,
        ("$id", id), ("$key", key), ("$value", value));

    public static void DeleteTag(StoreConnection connection, string id, string key) =>
        connection.Execute("DELETE FROM evaluation_dataset_tags WHERE dataset_id = $id AND key = $key", ("$id", id), ("$key", key));

    /// <summary>Links a dataset to an experiment; one that is linked already stays so.</summary>
    public static void AddExperiment(StoreConnection connection, string id, string experimentId, long now) => connection.Execute(
        """
        INSERT INTO entity_associations (association_id, source_type, source_id, destination_type, destination_id, created_time)
        VALUES ($association, 'evaluation_dataset', $id, 'experiment', $experiment, $now) ON CONFLICT DO NOTHING
        """,
        ("$association", Guid.NewGuid().ToString("N")), ("$id", id), ("$experiment", experimentId), ("$now", now));

    /// <summary>Takes a link back.</summary>
    /// <returns>Whether it was there.</returns>
    public static bool RemoveExperiment(StoreConnection connection, string id, string experimentId) => connection.Execute(
        """
        DELETE FROM entity_associations
        WHERE source_type = 'evaluation_dataset' AND source_id = $id AND destination_type = 'experiment' AND destination_id = $experiment
        """,
        ("$id", id), ("$experiment", experimentId)) > 0;

    /// <summary>Sets when a dataset was changed last.</summary>
    public static void Touch(StoreConnection connection, string id, long now) => connection.Execute(
        "UPDATE evaluation_datasets SET last_update_time = $now WHERE dataset_id = $id", ("$id", id), ("$now", now));

    /// <summary>Sets what is known of the records after some were written.</summary>
    public static void Describe(StoreConnection connection, string id, string schema, string digest, string? user, long now) => connection.Execute(
        """
        UPDATE evaluation_datasets SET schema = $schema, digest = $digest, last_update_time = $now, last_updated_by = $user
        WHERE dataset_id = $id
        """,
        ("$id", id), ("$schema", schema), ("$digest", digest), ("$user", user), ("$now", now));

    /// <summary>Counts the records of a dataset anew.</summary>
    public static void CountRecords(StoreConnection connection, string id) => connection.Execute(
        """
        UPDATE evaluation_datasets
        SET profile = '{"num_records": ' || (SELECT COUNT(*) FROM evaluation_dataset_records WHERE dataset_id = $id) || '}'
        WHERE dataset_id = $id
        """,
        ("$id", id));
}
