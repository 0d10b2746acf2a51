using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Table <c>logged_models</c>, which a store of MLflow 2 does not have.</summary>
internal static class LoggedModelRows
{
    public static string? FindLocation(StoreConnection connection, string modelId) =>
        connection.Scalar("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'logged_models'") is null
            ? null
            : connection.Scalar("SELECT artifact_location FROM logged_models WHERE model_id = $id", ("$id", modelId)) as string;
}
