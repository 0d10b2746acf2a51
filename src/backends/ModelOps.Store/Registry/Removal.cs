using ModelOps.Abstractions.Registry;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Registry;

/// <summary>Deletes from the registry's tables, as MLflow does; what is not there is fine.</summary>
internal static class Removal
{
    private static readonly string[] ModelTables =
        ["registered_model_aliases", "model_version_tags", "model_versions", "registered_model_tags", "registered_models"];

    /// <summary>Deletes a registered model with all that belongs to it.</summary>
    public static void DeleteModel(StoreConnection connection, ModelName model)
    {
        if (ModelRows.Find(connection, model) is null)
        {
            return;
        }

        foreach (var table in ModelTables)
        {
            connection.Execute($"DELETE FROM {table} WHERE name = $name", ("$name", model.Value));
        }
    }

    /// <summary>Hides a version; its row stays, so that its number is never given again.</summary>
    public static void DeleteVersion(StoreConnection connection, ModelName model, int version, DateTimeOffset now)
    {
        if (VersionRows.Find(connection, model, version) is null)
        {
            return;
        }

        var name = ("$name", (object?)model.Value);
        var number = ("$version", (object?)version);
        var time = ("$now", (object?)now.ToUnixTimeMilliseconds());
        connection.Execute("DELETE FROM registered_model_aliases WHERE name = $name AND version = $version", name, number);
        connection.Execute(
            """
            UPDATE model_versions
            SET current_stage = 'Deleted_Internal', last_updated_time = $now, description = NULL, user_id = NULL, source = 'REDACTED-SOURCE-PATH',
                run_id = 'REDACTED-RUN-ID', run_link = 'REDACTED-RUN-LINK', status_message = NULL
            WHERE name = $name AND version = $version
            """,
            name, number, time);
        connection.Execute("UPDATE registered_models SET last_updated_time = $now WHERE name = $name", name, time);
    }
}
