using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Models;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Tables <c>model_versions</c> and <c>model_version_tags</c>, written as MLflow writes them.</summary>
internal static class VersionRows
{
    private const string ByNumber = "workspace = 'default' AND name = $name AND version = $version";

    /// <summary>A version with its tags and aliases.</summary>
    public static WireVersion Get(StoreConnection connection, string name, string version)
    {
        var versions = VersionReader.Read(
            connection,
            $"""
            SELECT {VersionReader.Columns} FROM model_versions v
            WHERE v.workspace = 'default' AND v.name = $name AND v.version = $version AND {VersionReader.IsVisible}
            """,
            ("$name", name), ("$version", RegistryNames.ReadVersion(version)));
        if (versions.Count == 0)
        {
            throw NotFound(name, version);
        }

        VersionReader.AddAliases(connection, name, versions);
        return versions[0];
    }

    /// <summary>Refuses a version that is not there.</summary>
    /// <returns>Its number.</returns>
    public static long Require(StoreConnection connection, string name, string version)
    {
        var number = RegistryNames.ReadVersion(version);
        return connection.Scalar(
            $"SELECT 1 FROM model_versions v WHERE {ByNumber} AND {VersionReader.IsVisible}", ("$name", name), ("$version", number)) is null
            ? throw NotFound(name, version)
            : number;
    }

    /// <summary>Where a version's files are.</summary>
    public static string? GetLocation(StoreConnection connection, string name, string version)
    {
        var number = Require(connection, name, version);
        return connection.Scalar(
            $"SELECT COALESCE(NULLIF(storage_location, ''), source) FROM model_versions WHERE {ByNumber}", ("$name", name), ("$version", number))
            as string;
    }

    /// <summary>Adds a version, which is READY at once, with the next number.</summary>
    public static WireVersion Insert(StoreConnection connection, VersionDraft draft, string? storageLocation, string? runId, long now)
    {
        ModelRows.Touch(connection, draft.Name, now);
        var last = connection.Scalar(
            "SELECT version FROM model_versions WHERE workspace = 'default' AND name = $name ORDER BY version DESC LIMIT 1", ("$name", draft.Name));
        var number = Convert.ToInt64(last, CultureInfo.InvariantCulture) + 1;
        connection.Execute(
            """
            INSERT INTO model_versions (
                name, version, creation_time, last_updated_time, description, current_stage, source, storage_location, run_id, run_link, status)
            VALUES ($name, $version, $now, $now, $description, 'None', $source, $location, $run, $link, 'READY')
            """,
            ("$name", draft.Name), ("$version", number), ("$now", now), ("$description", draft.Description), ("$source", draft.Source),
            ("$location", storageLocation), ("$run", runId), ("$link", draft.RunLink));
        foreach (var tag in draft.Tags)
        {
            WriteTag(connection, draft.Name, number, tag);
        }

        return Get(connection, draft.Name, number.ToString(CultureInfo.InvariantCulture));
    }

    public static WireVersion Describe(StoreConnection connection, string name, string version, string? description, long now)
    {
        var number = Require(connection, name, version);
        connection.Execute(
            $"UPDATE model_versions SET description = $description, last_updated_time = $now WHERE {ByNumber}",
            ("$description", description), ("$now", now), ("$name", name), ("$version", number));
        return Get(connection, name, version);
    }

    /// <summary>Moves a version to a stage, and if asked for, the others that are in it to the archive.</summary>
    public static WireVersion SetStage(StoreConnection connection, string name, string version, string stage, bool archivesOthers, long now)
    {
        var number = Require(connection, name, version);
        if (archivesOthers)
        {
            connection.Execute(
                """
                UPDATE model_versions SET current_stage = 'Archived', last_updated_time = $now
                WHERE workspace = 'default' AND name = $name AND version <> $version AND current_stage = $stage
                """,
                ("$now", now), ("$name", name), ("$version", number), ("$stage", stage));
        }

        connection.Execute(
            $"UPDATE model_versions SET current_stage = $stage, last_updated_time = $now WHERE {ByNumber}",
            ("$stage", stage), ("$now", now), ("$name", name), ("$version", number));
        ModelRows.Touch(connection, name, now);
        return Get(connection, name, version);
    }

    /// <summary>Hides a version and takes out what it says; the row, its tags and the aliases to it stay.</summary>
    public static void Delete(StoreConnection connection, string name, string version, long now)
    {
        var number = Require(connection, name, version);
        connection.Execute(
            $"""
            UPDATE model_versions SET
                current_stage = 'Deleted_Internal', last_updated_time = $now, description = NULL, user_id = NULL, status_message = NULL,
                source = 'REDACTED-SOURCE-PATH', run_id = 'REDACTED-RUN-ID', run_link = 'REDACTED-RUN-LINK'
            WHERE {ByNumber}
            """,
            ("$now", now), ("$name", name), ("$version", number));
        ModelRows.Touch(connection, name, now);
    }

    public static void SetTag(StoreConnection connection, string name, string version, WireTag tag) =>
        WriteTag(connection, name, Require(connection, name, version), tag);

    public static void DeleteTag(StoreConnection connection, string name, string version, string key) => connection.Execute(
        $"DELETE FROM model_version_tags WHERE {ByNumber} AND key = $key",
        ("$name", name), ("$version", Require(connection, name, version)), ("$key", key));

    public static MlflowFault NotFound(string name, string version) =>
        MlflowFault.Missing($"Model Version (name={name}, version={version}) not found");

    // The first value's place is kept, as in MLflow.
    private static void WriteTag(StoreConnection connection, string name, long version, WireTag tag) => connection.Execute(
        """
        INSERT INTO model_version_tags (key, value, name, version) VALUES ($key, $value, $name, $version)
        ON CONFLICT (workspace, key, name, version) DO UPDATE SET value = excluded.value
        """,
        ("$key", tag.Key), ("$value", tag.Value), ("$name", name), ("$version", version));
}
