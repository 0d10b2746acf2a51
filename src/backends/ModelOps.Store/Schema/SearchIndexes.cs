using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Schema;

/// <summary>
/// Indexes of our own beside MLflow's, in a store that a server works on: a page of a search costs the same however much there is. No statement names
/// them, so a file without them is slower and nothing else. They have plain columns only, which Alembic carries along when it copies a table for a
/// migration; what it does not carry is the direction of a column, so an index that is not as it is here is made again.
/// </summary>
internal static class SearchIndexes
{
    /// <summary>Begins every name; nothing of MLflow's begins so.</summary>
    public const string Prefix = "modelops_";

    // What a search leaves out stands at the end: rows before a page are counted in the index alone.
    private static readonly (string Name, string Columns)[] All =
    [
        ("versions_by_time", "model_versions (workspace, last_updated_time DESC, name, version DESC, current_stage)"),
        ("versions_of_model", "model_versions (workspace, name, last_updated_time DESC, version DESC, current_stage)"),
        ("versions_by_stage", "model_versions (workspace, name, current_stage, version)"),
        ("versions_of_run", "model_versions (run_id)"),
        ("models_by_time", "registered_models (workspace, last_updated_time DESC, name)"),
        ("runs_by_time", "runs (experiment_id, start_time DESC, run_uuid, lifecycle_stage)"),
    ];

    /// <summary>Makes the indexes that are missing or have changed.</summary>
    public static void Ensure(StoreConnection connection)
    {
        foreach (var (name, columns) in All)
        {
            var sql = $"CREATE INDEX {Prefix}{name} ON {columns}";
            var found = connection.Scalar("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = $name", ("$name", Prefix + name));
            if (found as string != sql)
            {
                connection.Execute($"DROP INDEX IF EXISTS {Prefix}{name}");
                connection.Execute(sql);
            }
        }
    }
}
