using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Schema;

/// <summary>
/// Makes a store fast that nobody opens after its process: it need not outlive a power cut, and searches get indexes that MLflow's schema lacks. A
/// store that stays never gets them. One index of MLflow's costs half of the time of logging metrics; the key of their table finds them as well.
/// </summary>
internal static class ThrowAwayTuning
{
    private const string Sql =
        """
        PRAGMA synchronous = OFF;
        CREATE INDEX IF NOT EXISTS modelops_versions_by_time ON model_versions (workspace, last_updated_time DESC, name, version DESC);
        CREATE INDEX IF NOT EXISTS modelops_versions_by_stage ON model_versions (workspace, name, current_stage, version);
        DROP INDEX IF EXISTS index_metrics_run_uuid_key_step;
        CREATE INDEX IF NOT EXISTS modelops_runs_by_time ON runs (experiment_id, start_time DESC, run_uuid);
        """;

    /// <summary>Tunes a store through the connection that will write to it.</summary>
    public static void Apply(StoreConnection writer) => writer.Execute(Sql);
}
