using System.Data.Common;
using System.Globalization;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Registry.Models;

/// <summary>
/// Turns rows of <c>registered_models</c> into what is answered: one statement for the rows, one each for tags, aliases, latest versions and the
/// tags of these.
/// </summary>
internal static class ModelReader
{
    /// <summary>The columns that <see cref="Map"/> reads, of the table under the name <c>m</c>.</summary>
    public const string Columns = "m.name, m.creation_time, m.last_updated_time, m.description";

    private const string OfStage = "FROM model_versions x WHERE x.workspace = 'default' AND x.name = s.name AND x.current_stage = s.stage";

    // A look at the end of an index for each stage, where there is such an index; grouping would read all versions.
    private const string LatestPerStage =
        $"""
        WITH stages AS (
            SELECT w.key AS place, w.value AS name, g.column1 AS stage
            FROM json_each($models) w CROSS JOIN (VALUES ('None'), ('Staging'), ('Production'), ('Archived')) g)
        SELECT {VersionReader.Columns}, s.place
        FROM stages s CROSS JOIN model_versions v
            ON v.workspace = 'default' AND v.name = s.name AND v.version = (SELECT MAX(x.version) {OfStage})
        """;

    /// <summary>Reads models with tags, aliases and latest versions.</summary>
    /// <param name="connection">An open snapshot.</param>
    /// <param name="isByStage">Whether latest versions come in the order of their stages' names, as the search of 3.x has it, not in that of the
    /// stages' first versions.</param>
    /// <param name="sql">A query whose columns are <see cref="Columns"/>.</param>
    /// <param name="parameters">Its parameters.</param>
    public static List<WireModel> Read(
        StoreConnection connection, bool isByStage, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var models = connection.Query(sql, Map, parameters);
        AddParts(connection, isByStage, models);
        return models;
    }

    /// <summary>One row, from its first column on.</summary>
    public static WireModel Map(DbDataReader row) => new()
    {
        Name = row.GetString(0),
        CreationTimestamp = row.NumberOrNull(1),
        LastUpdatedTimestamp = row.NumberOrNull(2) is { } time and not 0 ? time : null,
        Description = row.Text(3).NullIfEmpty(),
    };

    /// <summary>Adds tags, aliases and latest versions to all models.</summary>
    public static void AddParts(StoreConnection connection, bool isByStage, IReadOnlyList<WireModel> models)
    {
        if (models.Count == 0)
        {
            return;
        }

        var names = NameList.Of(models);
        AddTags(connection, models, names);
        AddAliases(connection, models, names);
        foreach (var (place, version) in ReadLatest(connection, isByStage, names))
        {
            (models[place].LatestVersions ??= []).Add(version);
        }
    }

    private static List<(int Place, WireVersion Version)> ReadLatest(StoreConnection connection, bool isByStage, string names)
    {
        var latest = connection.Query(
            isByStage ? $"{LatestPerStage} ORDER BY s.place, s.stage" : $"{LatestPerStage} ORDER BY s.place, (SELECT MIN(x.version) {OfStage})",
            row => (Place: row.GetInt32(VersionReader.ColumnCount), Version: VersionReader.Map(row)),
            ("$models", names));
        VersionReader.AddTags(connection, [.. latest.Select(one => one.Version)]);
        return latest;
    }

    private static void AddTags(StoreConnection connection, IReadOnlyList<WireModel> models, string names) => connection.Query(
        """
        SELECT w.key, t.key, t.value
        FROM json_each($models) w CROSS JOIN registered_model_tags t ON t.workspace = 'default' AND t.name = w.value
        ORDER BY t.rowid
        """,
        row =>
        {
            (models[row.GetInt32(0)].Tags ??= []).Add(new(row.GetString(1), row.Text(2)));
            return true;
        },
        ("$models", names));

    private static void AddAliases(StoreConnection connection, IReadOnlyList<WireModel> models, string names) => connection.Query(
        """
        SELECT w.key, a.alias, a.version
        FROM json_each($models) w CROSS JOIN registered_model_aliases a ON a.workspace = 'default' AND a.name = w.value
        ORDER BY w.key, a.alias
        """,
        row =>
        {
            (models[row.GetInt32(0)].Aliases ??= []).Add(new(row.GetString(1), row.GetInt64(2).ToString(CultureInfo.InvariantCulture)));
            return true;
        },
        ("$models", names));
}
