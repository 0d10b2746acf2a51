using System.Data.Common;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Registry;

/// <summary>Tables <c>model_versions</c> and <c>model_version_tags</c>.</summary>
internal static class VersionRows
{
    private const string Select =
        "SELECT v.version, v.status, v.status_message, v.source, v.run_id, v.creation_time, v.description FROM model_versions v";


    public static ModelVersion? Find(StoreConnection connection, ModelName model, int version) =>
        Read(connection, model, $"{Select} WHERE {Visible(connection)} AND v.version = $version", ("$version", version)).FirstOrDefault();

    public static List<ModelVersion> List(StoreConnection connection, ModelName model, Tag? withTag) => withTag is null
        ? Read(connection, model, $"{Select} WHERE {Visible(connection)} ORDER BY v.version DESC")
        : Read(
            connection, model, $"{Select} WHERE {Visible(connection)} AND {WithTag(connection)} ORDER BY v.version DESC",
            ("$key", withTag.Key), ("$value", withTag.Value));

    public static void Require(StoreConnection connection, ModelName model, int version)
    {
        ModelRows.Require(connection, model);
        if (Find(connection, model, version) is null)
        {
            throw StoreErrors.VersionMissing(model.Value, version);
        }
    }

    /// <summary>Adds a version, unless a live one has the draft's unique tag. Runs in one transaction, so no other writer comes in between.</summary>
    public static AddedVersion Add(StoreConnection connection, VersionDraft draft, string source, DateTimeOffset now) =>
        draft.Unique is { } unique && unique.Choose(List(connection, draft.Model, unique.Tag)) is { } present
            ? new(present, IsNew: false)
            : new(Insert(connection, draft, source, now), IsNew: true);

    /// <summary>Adds a READY version with the next number.</summary>
    private static ModelVersion Insert(StoreConnection connection, VersionDraft draft, string source, DateTimeOffset now)
    {
        ModelRows.Require(connection, draft.Model);
        var name = draft.Model.Value;
        var row = new NewVersion(name, source, source, draft.RunId) { Description = draft.Description };
        var number = (int)(VersionWrites.Insert(connection, row, now.ToUnixTimeMilliseconds()) ?? throw StoreErrors.ModelMissing(name));
        foreach (var tag in draft.Tags)
        {
            VersionWrites.SetTag(connection, name, number, tag.Key, tag.Value);
        }

        return Find(connection, draft.Model, number) ?? throw StoreErrors.VersionMissing(draft.Model.Value, number);
    }

    /// <summary>Makes a pending version READY; any other stays as it is.</summary>
    public static ModelVersion Finish(StoreConnection connection, ModelVersion version)
    {
        Require(connection, version.Model, version.Version);
        if (Find(connection, version.Model, version.Version) is { Status: VersionStatus.Pending })
        {
            VersionWrites.SetStatus(connection, version.Model.Value, version.Version, "READY");
        }

        return Find(connection, version.Model, version.Version)!;
    }

    public static void SetTag(StoreConnection connection, ModelName model, int version, Tag tag)
    {
        Require(connection, model, version);
        VersionWrites.SetTag(connection, model.Value, version, tag.Key, tag.Value);
    }

    public static void Describe(StoreConnection connection, ModelName model, int version, string description, DateTimeOffset now)
    {
        Require(connection, model, version);
        VersionWrites.Describe(connection, model.Value, version, description, now.ToUnixTimeMilliseconds());
    }

    // A deleted version keeps its row, so that its number is never given again.
    private static string Visible(StoreConnection connection) =>
        $"""
        {DefaultWorkspace.And(connection, "v")} v.name = $name AND v.current_stage <> 'Deleted_Internal'
        AND NOT EXISTS (
            SELECT 1 FROM model_version_tags p
            WHERE {DefaultWorkspace.And(connection, "p")} p.name = v.name AND p.key = 'mlflow.prompt.is_prompt' AND p.value = 'true')
        """;

    private static string WithTag(StoreConnection connection) =>
        $"""
        EXISTS (
            SELECT 1 FROM model_version_tags t
            WHERE {DefaultWorkspace.And(connection, "t")} t.name = v.name AND t.version = v.version AND t.key = $key AND t.value = $value)
        """;

    private static List<ModelVersion> Read(
        StoreConnection connection, ModelName model, string sql, params (string Name, object? Value)[] parameters)
    {
        var rows = connection.Query(sql, row => Map(model, row), [("$name", model.Value), .. parameters]);
        return [.. rows.Select(version => version with { Tags = ReadTags(connection, version) })];
    }

    // The plus keeps SQLite from reading the tags of all versions in the order of their keys.
    private static Dictionary<string, string> ReadTags(StoreConnection connection, ModelVersion version) => connection
        .Query(
            $"SELECT key, value FROM model_version_tags WHERE {DefaultWorkspace.And(connection)} name = $name AND version = $version ORDER BY +key",
            row => KeyValuePair.Create(row.Text(0), row.Text(1)),
            ("$name", version.Model.Value), ("$version", version.Version))
        .ToDictionary(StringComparer.Ordinal);

    private static ModelVersion Map(ModelName model, DbDataReader row) => new()
    {
        Model = model,
        Version = row.GetInt32(0),
        Status = row.Text(1) switch
        {
            "READY" => VersionStatus.Ready,
            "FAILED_REGISTRATION" => VersionStatus.Failed,
            _ => VersionStatus.Pending,
        },
        StatusMessage = row.Text(2),
        Source = row.Text(3),
        RunId = row.Text(4) is { Length: > 0 } run ? run : null,
        CreatedAt = row.Time(5) ?? DateTimeOffset.UnixEpoch,
        Description = row.Text(6),
    };
}
