using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Experiments;

/// <summary>Writes experiments.</summary>
internal static class ExperimentWriter
{
    /// <summary>Adds an experiment.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="name">Its name.</param>
    /// <param name="location">Where its artifacts are; null for the usual place.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="now">The time, in epoch milliseconds.</param>
    /// <returns>Its identity.</returns>
    public static long Insert(StoreConnection connection, string name, string? location, IReadOnlyList<Message> tags, long now)
    {
        var id = (long)connection.Scalar(
            """
            INSERT INTO experiments (name, artifact_location, lifecycle_stage, creation_time, last_update_time)
            VALUES ($name, COALESCE($location, ''), 'active', $now, $now) RETURNING experiment_id
            """,
            ("$name", name), ("$location", location), ("$now", now))!;
        if (location is null)
        {
            connection.Execute(
                "UPDATE experiments SET artifact_location = $root || '/' || experiment_id WHERE experiment_id = $id",
                ("$root", ServerContext.ArtifactRootUri), ("$id", id));
        }

        foreach (var tag in tags)
        {
            connection.Execute(
                "INSERT INTO experiment_tags (key, value, experiment_id) VALUES ($key, $value, $id)",
                ("$key", tag.Text("key")), ("$value", tag.Text("value")), ("$id", id));
        }

        return id;
    }

    /// <summary>Gives an active experiment another name.</summary>
    public static void Rename(StoreConnection connection, long id, string name, long now)
    {
        if (ExperimentState.Require(connection, id).Stage != ExperimentState.Active)
        {
            throw new MlflowFault(ErrorCode.InvalidState, "Cannot rename a non-active experiment.");
        }

        connection.Execute(
            "UPDATE experiments SET name = $name, last_update_time = $now WHERE experiment_id = $id", ("$name", name), ("$now", now), ("$id", id));
    }

    /// <summary>Deletes an active experiment with its runs.</summary>
    public static void Delete(StoreConnection connection, long id, long now) =>
        Move(connection, id, ExperimentState.Active, ExperimentState.Deleted, now, now);

    /// <summary>Takes the deletion of an experiment back, with that of its runs.</summary>
    public static void Restore(StoreConnection connection, long id, long now) =>
        Move(connection, id, ExperimentState.Deleted, ExperimentState.Active, now, deleted: null);

    public static void SetTag(StoreConnection connection, long id, WireTag tag)
    {
        ExperimentState.RequireActive(connection, id);
        connection.Execute(
            """
            INSERT INTO experiment_tags (key, value, experiment_id) VALUES ($key, $value, $id)
            ON CONFLICT (key, experiment_id) DO UPDATE SET value = excluded.value
            """,
            ("$key", tag.Key), ("$value", tag.Value), ("$id", id));
    }

    public static void DeleteTag(StoreConnection connection, long id, string key)
    {
        ExperimentState.RequireActive(connection, id);
        if (connection.Execute("DELETE FROM experiment_tags WHERE key = $key AND experiment_id = $id", ("$key", key), ("$id", id)) == 0)
        {
            throw MlflowFault.Missing($"No tag with name: {key} in experiment with id {id}");
        }
    }

    private static void Move(StoreConnection connection, long id, string from, string to, long now, long? deleted)
    {
        var changed = connection.Execute(
            "UPDATE experiments SET lifecycle_stage = $to, last_update_time = $now WHERE experiment_id = $id AND lifecycle_stage = $from",
            ("$to", to), ("$now", now), ("$id", id), ("$from", from));
        if (changed == 0)
        {
            throw ExperimentId.NotFound(id);
        }

        connection.Execute(
            "UPDATE runs SET lifecycle_stage = $to, deleted_time = $deleted WHERE experiment_id = $id",
            ("$to", to), ("$deleted", deleted), ("$id", id));
    }
}
