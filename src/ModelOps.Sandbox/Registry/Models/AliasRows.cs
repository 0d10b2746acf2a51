using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>Table <c>registered_model_aliases</c>: spelling counts, and a deleted version leaves its aliases behind.</summary>
internal static class AliasRows
{
    private const string ByAlias =
        $"""
        SELECT {VersionReader.Columns}
        FROM registered_model_aliases a JOIN model_versions v ON v.workspace = 'default' AND v.name = a.name AND v.version = a.version
        WHERE a.workspace = 'default' AND a.name = $name AND a.alias = $alias AND {VersionReader.IsVisible}
        """;

    /// <summary>The version that an alias points to, with its tags and all its aliases.</summary>
    public static WireVersion Get(StoreConnection connection, string name, string alias, Behavior behavior)
    {
        var versions = VersionReader.Read(connection, ByAlias, ("$name", name), ("$alias", alias));
        if (versions.Count == 0)
        {
            throw WhyNot(connection, name, alias, behavior);
        }

        VersionReader.AddAliases(connection, name, versions);
        return versions[0];
    }

    /// <summary>
    /// The version that <c>latest</c> means: MLflow takes the first of the latest versions of all stages, which is not always the one with the
    /// highest number.
    /// </summary>
    public static WireVersion GetLatest(StoreConnection connection, string name)
    {
        var latest = ModelRows.Get(connection, name).LatestVersions
            ?? throw MlflowFault.Missing($"Latest version not found for model {name}.");
        VersionReader.AddAliases(connection, name, latest);
        return latest[0];
    }

    public static void Set(StoreConnection connection, string name, string alias, string version)
    {
        AliasWrites.Set(connection, name, alias, VersionRows.Require(connection, name, version));
    }

    public static void Delete(StoreConnection connection, string name, string alias)
    {
        ModelRows.Require(connection, name);
        AliasWrites.Delete(connection, name, alias);
    }

    private static MlflowFault WhyNot(StoreConnection connection, string name, string alias, Behavior behavior)
    {
        if (behavior == Behavior.Mlflow3)
        {
            ModelRows.Require(connection, name);
        }

        var version = connection.Scalar(
            "SELECT version FROM registered_model_aliases WHERE workspace = 'default' AND name = $name AND alias = $alias",
            ("$name", name), ("$alias", alias));
        return version is null
            ? MlflowFault.Invalid($"Registered model alias {alias} not found.")
            : VersionRows.NotFound(name, $"{version}");
    }
}
