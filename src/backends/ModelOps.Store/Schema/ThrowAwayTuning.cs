using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Schema;

/// <summary>
/// Makes a store fast that nobody opens after its process: it need not outlive a power cut. One index of MLflow's costs half of the time of logging
/// metrics; the key of their table finds them as well. A store that stays keeps both.
/// </summary>
internal static class ThrowAwayTuning
{
    private const string Sql =
        """
        PRAGMA synchronous = OFF;
        DROP INDEX IF EXISTS index_metrics_run_uuid_key_step;
        """;

    /// <summary>Tunes a store through a connection that may write to it.</summary>
    public static void Apply(StoreConnection writer) => writer.Execute(Sql);
}
