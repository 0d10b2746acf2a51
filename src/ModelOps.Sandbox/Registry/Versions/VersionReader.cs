using System.Data.Common;
using System.Globalization;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Versions;

/// <summary>Turns rows of <c>model_versions</c> into what is answered, in one statement for the rows and one for the tags of all of them.</summary>
internal static class VersionReader
{
    /// <summary>The columns that <see cref="Map"/> reads, of the table under the name <c>v</c>.</summary>
    public const string Columns =
        """
        v.name, v.version, v.creation_time, v.last_updated_time, v.description, v.user_id, v.current_stage, v.source, v.run_id, v.status,
        v.status_message, v.run_link
        """;

    /// <summary>Number of columns in <see cref="Columns"/>.</summary>
    public const int ColumnCount = 12;

    /// <summary>What a row must meet: a deleted version keeps its row, so that its number is never given again.</summary>
    public const string IsVisible = "v.current_stage <> 'Deleted_Internal'";

    /// <summary>Reads versions with their tags.</summary>
    /// <param name="connection">An open snapshot.</param>
    /// <param name="sql">A query whose columns are <see cref="Columns"/>.</param>
    /// <param name="parameters">Its parameters.</param>
    public static List<WireVersion> Read(StoreConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var versions = connection.Query(sql, Map, parameters);
        AddTags(connection, versions);
        return versions;
    }

    /// <summary>One row, from its first column on.</summary>
    public static WireVersion Map(DbDataReader row) => new()
    {
        Name = row.TextOrNull(0)!,
        Version = row.GetInt64(1).ToString(CultureInfo.InvariantCulture),
        CreationTimestamp = row.NumberOrNull(2),
        LastUpdatedTimestamp = row.NumberOrNull(3),
        Description = row.TextOrNull(4),
        UserId = row.TextOrNull(5),
        CurrentStage = row.TextOrNull(6),
        Source = row.TextOrNull(7),
        RunId = row.TextOrNull(8),
        Status = row.TextOrNull(9),
        StatusMessage = row.TextOrNull(10) is { Length: > 0 } message ? message : null,
        RunLink = row.TextOrNull(11),
    };

    /// <summary>Adds the tags of all versions, in the order in which they were first set.</summary>
    public static void AddTags(StoreConnection connection, IReadOnlyList<WireVersion> versions)
    {
        if (versions.Count == 0)
        {
            return;
        }

        connection.Query(
            """
            SELECT w.key, t.key, t.value
            FROM json_each($versions) w CROSS JOIN model_version_tags t
                ON t.workspace = 'default' AND t.name = json_extract(w.value, '$[0]') AND t.version = json_extract(w.value, '$[1]')
            ORDER BY t.rowid
            """,
            row =>
            {
                (versions[row.GetInt32(0)].Tags ??= []).Add(new(row.TextOrNull(1)!, row.TextOrNull(2) ?? ""));
                return true;
            },
            ("$versions", NameList.Of(versions)));
    }

    /// <summary>Adds the aliases of versions of one model, in their order.</summary>
    public static void AddAliases(StoreConnection connection, string model, IReadOnlyList<WireVersion> versions)
    {
        var aliases = connection.Query(
            "SELECT alias, version FROM registered_model_aliases WHERE workspace = 'default' AND name = $name ORDER BY alias",
            row => (Alias: row.GetString(0), Version: row.GetInt64(1).ToString(CultureInfo.InvariantCulture)),
            ("$name", model));
        foreach (var version in versions)
        {
            foreach (var (alias, target) in aliases)
            {
                if (target == version.Version)
                {
                    (version.Aliases ??= []).Add(alias);
                }
            }
        }
    }
}
