using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>runs</c> and <c>params</c>, as MLflow does.</summary>
internal static class RunWrites
{
    /// <summary>Adds a RUNNING run, with the values that MLflow fills in; its tags are added apart.</summary>
    public static void Insert(StoreConnection connection, NewRun run) => connection.Execute(
        """
        INSERT INTO runs (
            run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, source_version, lifecycle_stage,
            artifact_uri, experiment_id)
        VALUES ($run, $name, 'UNKNOWN', '', '', $user, 'RUNNING', $start, '', 'active', $location, $experiment)
        """,
        ("$run", run.Id), ("$name", run.Name), ("$user", run.UserId), ("$start", run.StartTime), ("$location", run.Location),
        ("$experiment", run.ExperimentId));

    /// <summary>Changes what is not null; a name changes the tag of the name too.</summary>
    public static void Update(StoreConnection connection, string runId, string? status, long? endTime, string? name)
    {
        connection.Execute(
            """
            UPDATE runs SET status = COALESCE($status, status), end_time = COALESCE($end, end_time), name = COALESCE($name, name)
            WHERE run_uuid = $run
            """,
            ("$status", status), ("$end", endTime), ("$name", name), ("$run", runId));
        if (name is not null)
        {
            RunTagWrites.SetAsIs(connection, runId, RunTagWrites.Name, name);
        }
    }

    /// <summary>Deletes a run, or takes its deletion back.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="runId">The run.</param>
    /// <param name="deletedAt">When it was deleted, in epoch milliseconds; null to take it back.</param>
    /// <returns>Whether there is such a run.</returns>
    public static bool SetDeleted(StoreConnection connection, string runId, long? deletedAt) => connection.Execute(
        "UPDATE runs SET lifecycle_stage = iif($deleted IS NULL, 'active', 'deleted'), deleted_time = $deleted WHERE run_uuid = $run",
        ("$deleted", deletedAt), ("$run", runId)) > 0;

    /// <summary>Adds a parameter, which never changes once it is logged.</summary>
    /// <returns>The value that was logged before, where that is another one.</returns>
    public static string? AddParameter(StoreConnection connection, string runId, string key, string value)
    {
        var added = connection.Execute(
            "INSERT INTO params (key, value, run_uuid) VALUES ($key, $value, $run) ON CONFLICT DO NOTHING",
            ("$key", key), ("$value", value), ("$run", runId));
        return added > 0
            ? null
            : (string?)connection.Scalar(
                "SELECT value FROM params WHERE key = $key AND run_uuid = $run AND value <> $value",
                ("$key", key), ("$run", runId), ("$value", value));
    }
}
