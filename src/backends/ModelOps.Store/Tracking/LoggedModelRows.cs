using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Table <c>logged_models</c>, which a store of MLflow 2 does not have.</summary>
internal static class LoggedModelRows
{
    // As MLflow numbers the states of a logged model.
    private const int Ready = 2;

    public static string? FindLocation(StoreConnection connection, string modelId) => !HasTable(connection)
        ? null
        : connection.Scalar("SELECT artifact_location FROM logged_models WHERE model_id = $id", ("$id", modelId)) as string;

    /// <summary>The logged models of a run that are ready, newest first.</summary>
    public static List<LoggedModel> OfRun(StoreConnection connection, string runId) => !HasTable(connection) ? [] : connection.Query(
        """
        SELECT model_id, name, artifact_location, creation_timestamp_ms FROM logged_models
        WHERE source_run_id = $run AND status = $ready AND lifecycle_stage <> 'deleted'
        ORDER BY creation_timestamp_ms DESC, model_id
        """,
        row => new LoggedModel(row.Text(0), row.Text(1), row.Text(2), EpochTime.Of(row.GetInt64(3))),
        ("$run", runId), ("$ready", Ready));

    private static bool HasTable(StoreConnection connection) =>
        connection.Scalar("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'logged_models'") is not null;
}
