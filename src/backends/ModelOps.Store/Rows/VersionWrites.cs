using System.Globalization;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>model_versions</c> and <c>model_version_tags</c>, as MLflow does. Every change of a version touches its model where MLflow's does.</summary>
internal static class VersionWrites
{
    /// <summary>Adds a version, which is READY at once.</summary>
    /// <returns>Its number, one more than any that was ever given, as a deleted version keeps its row; null when there is no such model.</returns>
    public static long? Insert(StoreConnection connection, NewVersion version, long now)
    {
        if (!ModelWrites.Touch(connection, version.Model, now))
        {
            return null;
        }

        var last = connection.Scalar(
            $"SELECT MAX(version) FROM model_versions WHERE {DefaultWorkspace.And(connection)} name = $name", ("$name", version.Model));
        var number = Convert.ToInt64(last, CultureInfo.InvariantCulture) + 1;
        connection.Execute(
            """
            INSERT INTO model_versions (
                name, version, creation_time, last_updated_time, description, current_stage, source, storage_location, run_id, run_link, status)
            VALUES ($name, $version, $now, $now, $description, 'None', $source, $location, $run, $link, 'READY')
            """,
            ("$name", version.Model), ("$version", number), ("$now", now), ("$description", version.Description), ("$source", version.Source),
            ("$location", version.StorageLocation), ("$run", version.RunId), ("$link", version.RunLink));
        return number;
    }

    public static void Describe(StoreConnection connection, string model, long version, string? description, long now) => connection.Execute(
        $"UPDATE model_versions SET description = $description, last_updated_time = $now WHERE {ByNumber(connection)}",
        ("$description", description), ("$now", now), ("$name", model), ("$version", version));

    public static void SetStatus(StoreConnection connection, string model, long version, string status) => connection.Execute(
        $"UPDATE model_versions SET status = $status WHERE {ByNumber(connection)}", ("$status", status), ("$name", model), ("$version", version));

    /// <summary>Moves a version to a stage.</summary>
    public static void SetStage(StoreConnection connection, string model, long version, string stage, long now)
    {
        connection.Execute(
            $"UPDATE model_versions SET current_stage = $stage, last_updated_time = $now WHERE {ByNumber(connection)}",
            ("$stage", stage), ("$now", now), ("$name", model), ("$version", version));
        ModelWrites.Touch(connection, model, now);
    }

    /// <summary>Moves the other versions that are in a stage to the archive.</summary>
    public static void ArchiveOthers(StoreConnection connection, string model, long version, string stage, long now) => connection.Execute(
        $"""
        UPDATE model_versions SET current_stage = 'Archived', last_updated_time = $now
        WHERE {DefaultWorkspace.And(connection)} name = $name AND version <> $version AND current_stage = $stage
        """,
        ("$now", now), ("$name", model), ("$version", version), ("$stage", stage));

    /// <summary>Hides a version and takes out what it says; the row, its tags and the aliases to it stay.</summary>
    public static void Hide(StoreConnection connection, string model, long version, long now)
    {
        connection.Execute(
            $"""
            UPDATE model_versions SET
                current_stage = 'Deleted_Internal', last_updated_time = $now, description = NULL, user_id = NULL, status_message = NULL,
                source = 'REDACTED-SOURCE-PATH', run_id = 'REDACTED-RUN-ID', run_link = 'REDACTED-RUN-LINK'
            WHERE {ByNumber(connection)}
            """,
            ("$now", now), ("$name", model), ("$version", version));
        ModelWrites.Touch(connection, model, now);
    }

    /// <summary>Sets a tag; one that is there keeps its place.</summary>
    public static void SetTag(StoreConnection connection, string model, long version, string key, string value) => connection.Execute(
        """
        INSERT INTO model_version_tags (key, value, name, version) VALUES ($key, $value, $name, $version)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """,
        ("$key", key), ("$value", value), ("$name", model), ("$version", version));

    public static void DeleteTag(StoreConnection connection, string model, long version, string key) => connection.Execute(
        $"DELETE FROM model_version_tags WHERE {ByNumber(connection)} AND key = $key", ("$name", model), ("$version", version), ("$key", key));

    private static string ByNumber(StoreConnection connection) => $"{DefaultWorkspace.And(connection)} name = $name AND version = $version";
}
