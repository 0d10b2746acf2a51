using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>tags</c>, the tags of runs, as MLflow does.</summary>
internal static class RunTagWrites
{
    /// <summary>The tag of a run's name, which MLflow keeps twice: in the run and here.</summary>
    public const string Name = "mlflow.runName";

    /// <summary>Adds a tag to a new run; a key that is there is refused by the schema.</summary>
    public static void Add(StoreConnection connection, string runId, string key, string value) => connection.Execute(
        "INSERT INTO tags (key, value, run_uuid) VALUES ($key, $value, $run)", ("$key", key), ("$value", value), ("$run", runId));

    /// <summary>Sets a tag, which keeps its place where it is there; that of the name renames the run, unless it is empty: then nothing changes.</summary>
    public static void Set(StoreConnection connection, string runId, string key, string value)
    {
        if (key != Name)
        {
            SetAsIs(connection, runId, key, value);
        }
        else if (value.Length > 0)
        {
            RunWrites.Update(connection, runId, status: null, endTime: null, value);
        }
    }

    /// <summary>Sets a tag and nothing else; one that is there keeps its place.</summary>
    public static void SetAsIs(StoreConnection connection, string runId, string key, string value) => connection.Execute(
        """
        INSERT INTO tags (key, value, run_uuid) VALUES ($key, $value, $run)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """,
        ("$key", key), ("$value", value), ("$run", runId));

    /// <summary>Removes a tag.</summary>
    /// <returns>Whether it was there.</returns>
    public static bool Delete(StoreConnection connection, string runId, string key) => connection.Execute(
        "DELETE FROM tags WHERE key = $key AND run_uuid = $run", ("$key", key), ("$run", runId)) > 0;
}
