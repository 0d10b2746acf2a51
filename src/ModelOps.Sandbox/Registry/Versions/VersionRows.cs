using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Tables <c>model_versions</c> and <c>model_version_tags</c>: what is refused is told as MLflow tells it.</summary>
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
        var row = new NewVersion(draft.Name, draft.Source, storageLocation, runId) { RunLink = draft.RunLink, Description = draft.Description };
        var number = VersionWrites.Insert(connection, row, now) ?? throw RegistryNames.NoModel(draft.Name);
        foreach (var tag in draft.Tags)
        {
            VersionWrites.SetTag(connection, draft.Name, number, tag.Key, tag.Value);
        }

        return Get(connection, draft.Name, number.ToString(CultureInfo.InvariantCulture));
    }

    public static WireVersion Describe(StoreConnection connection, string name, string version, string? description, long now)
    {
        VersionWrites.Describe(connection, name, Require(connection, name, version), description, now);
        return Get(connection, name, version);
    }

    /// <summary>Moves a version to a stage, and if asked for, the others that are in it to the archive.</summary>
    public static WireVersion SetStage(StoreConnection connection, string name, string version, string stage, bool archivesOthers, long now)
    {
        var number = Require(connection, name, version);
        if (archivesOthers)
        {
            VersionWrites.ArchiveOthers(connection, name, number, stage, now);
        }

        VersionWrites.SetStage(connection, name, number, stage, now);
        return Get(connection, name, version);
    }

    /// <summary>Hides a version and takes out what it says; the row, its tags and the aliases to it stay.</summary>
    public static void Delete(StoreConnection connection, string name, string version, long now) =>
        VersionWrites.Hide(connection, name, Require(connection, name, version), now);

    public static void SetTag(StoreConnection connection, string name, string version, WireTag tag) =>
        VersionWrites.SetTag(connection, name, Require(connection, name, version), tag.Key, tag.Value);

    public static void DeleteTag(StoreConnection connection, string name, string version, string key) =>
        VersionWrites.DeleteTag(connection, name, Require(connection, name, version), key);

    public static MlflowFault NotFound(string name, string version) =>
        MlflowFault.Missing($"Model Version (name={name}, version={version}) not found");
}
