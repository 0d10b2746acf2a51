using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>experiments</c> and <c>experiment_tags</c>, as MLflow does.</summary>
internal static class ExperimentWrites
{
    public const string Active = "active";

    public const string Deleted = "deleted";

    /// <summary>Adds an experiment.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="id">Its identity; null for the next one, which the database gives.</param>
    /// <param name="name">Its name.</param>
    /// <param name="root">Root of the artifact locations, below which its own is named by its identity.</param>
    /// <param name="location">Where its artifacts are; null for the place below the root.</param>
    /// <param name="now">The time, in epoch milliseconds.</param>
    /// <returns>Its identity.</returns>
    public static long Insert(StoreConnection connection, long? id, string name, string root, string? location, long now)
    {
        var given = (long)connection.Scalar(
            """
            INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time)
            VALUES ($id, $name, COALESCE($location, ''), 'active', $now, $now) RETURNING experiment_id
            """,
            ("$id", id), ("$name", name), ("$location", location), ("$now", now))!;
        if (location is null)
        {
            connection.Execute(
                "UPDATE experiments SET artifact_location = $root || '/' || experiment_id WHERE experiment_id = $id", ("$root", root), ("$id", given));
        }

        return given;
    }

    public static void Rename(StoreConnection connection, long id, string name, long now) => connection.Execute(
        "UPDATE experiments SET name = $name, last_update_time = $now WHERE experiment_id = $id", ("$name", name), ("$now", now), ("$id", id));

    /// <summary>Deletes an active experiment with all its runs, also those that were deleted before.</summary>
    /// <returns>Whether there is such an experiment.</returns>
    public static bool Delete(StoreConnection connection, long id, long now) => Move(connection, id, Active, Deleted, now, now);

    /// <summary>Takes the deletion of an experiment back, with that of all its runs.</summary>
    /// <returns>Whether there is such an experiment.</returns>
    public static bool Restore(StoreConnection connection, long id, long now) => Move(connection, id, Deleted, Active, now, deleted: null);

    /// <summary>Adds a tag to a new experiment; a key that is there is refused by the schema.</summary>
    public static void AddTag(StoreConnection connection, long id, string key, string value) => connection.Execute(
        "INSERT INTO experiment_tags (key, value, experiment_id) VALUES ($key, $value, $id)", ("$key", key), ("$value", value), ("$id", id));

    /// <summary>Sets a tag; one that is there keeps its place.</summary>
    public static void SetTag(StoreConnection connection, long id, string key, string value) => connection.Execute(
        """
        INSERT INTO experiment_tags (key, value, experiment_id) VALUES ($key, $value, $id)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """,
        ("$key", key), ("$value", value), ("$id", id));

    /// <summary>Removes a tag.</summary>
    /// <returns>Whether it was there.</returns>
    public static bool DeleteTag(StoreConnection connection, long id, string key) => connection.Execute(
        "DELETE FROM experiment_tags WHERE key = $key AND experiment_id = $id", ("$key", key), ("$id", id)) > 0;

    private static bool Move(StoreConnection connection, long id, string from, string to, long now, long? deleted)
    {
        var changed = connection.Execute(
            "UPDATE experiments SET lifecycle_stage = $to, last_update_time = $now WHERE experiment_id = $id AND lifecycle_stage = $from",
            ("$to", to), ("$now", now), ("$id", id), ("$from", from));
        if (changed > 0)
        {
            connection.Execute(
                "UPDATE runs SET lifecycle_stage = $to, deleted_time = $deleted WHERE experiment_id = $id",
                ("$to", to), ("$deleted", deleted), ("$id", id));
        }

        return changed > 0;
    }
}
