using System.Data.Common;
using System.Globalization;
using ModelOps.Abstractions.Tracking;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Tracking;

/// <summary>Tables <c>runs</c> and <c>tags</c>.</summary>
internal static class RunRows
{
    private const string Select =
        "SELECT r.run_uuid, CAST(r.experiment_id AS TEXT), r.name, r.status, r.start_time, r.end_time, r.artifact_uri, r.lifecycle_stage FROM runs r";

    private const string WithTag = "EXISTS (SELECT 1 FROM tags t WHERE t.run_uuid = r.run_uuid AND t.key = $key AND t.value = $value)";

    /// <summary>Adds a RUNNING run.</summary>
    public static Run Insert(StoreConnection connection, RunDraft draft)
    {
        if (draft.Tags.FirstOrDefault(tag => tag.Key == RunTagWrites.Name) is { } named && named.Value != draft.Name)
        {
            throw StoreErrors.Refused($"The run is named '{draft.Name}', but its tag {RunTagWrites.Name} says '{named.Value}'.");
        }

        var id = Guid.NewGuid().ToString("N");
        var location = ExperimentRows.RequireLocation(connection, draft.ExperimentId).TrimEnd('/');
        var experiment = long.Parse(draft.ExperimentId, CultureInfo.InvariantCulture);
        RunWrites.Insert(
            connection, new(id, experiment, draft.Name, UserId: "", draft.StartedAt.ToUnixTimeMilliseconds(), $"{location}/{id}/artifacts"));
        foreach (var tag in draft.Tags.Append(new(RunTagWrites.Name, draft.Name)))
        {
            RunTagWrites.SetAsIs(connection, id, tag.Key, tag.Value);
        }

        return Require(connection, id);
    }

    public static Run? Find(StoreConnection connection, string runId) =>
        Read(connection, $"{Select} WHERE r.run_uuid = $run", ("$run", runId)).FirstOrDefault();

    public static Run Require(StoreConnection connection, string runId) =>
        Find(connection, runId) ?? throw StoreErrors.Refused($"There is no run with the ID '{runId}'.");

    public static List<Run> List(StoreConnection connection, string experimentId, Tag? withTag)
    {
        // The number finds the rows by an index, its text keeps "007" from being 7.
        const string Active =
            $"{Select} WHERE r.experiment_id = $experiment AND CAST(r.experiment_id AS TEXT) = $experiment AND r.lifecycle_stage = 'active'";
        const string Order = "ORDER BY r.start_time DESC, r.run_uuid";
        return withTag is null
            ? Read(connection, $"{Active} {Order}", ("$experiment", experimentId))
            : Read(
                connection, $"{Active} AND {WithTag} {Order}", ("$experiment", experimentId), ("$key", withTag.Key), ("$value", withTag.Value));
    }

    public static void SetTags(StoreConnection connection, string runId, IReadOnlyList<Tag> tags)
    {
        RequireActive(connection, runId);
        foreach (var tag in tags)
        {
            RunTagWrites.Set(connection, runId, tag.Key, tag.Value);
        }
    }

    public static void End(StoreConnection connection, string runId, RunStatus status, DateTimeOffset endedAt)
    {
        RequireActive(connection, runId);
        RunWrites.Update(connection, runId, status.ToString().ToUpperInvariant(), endedAt.ToUnixTimeMilliseconds(), name: null);
    }

    /// <summary>Refuses a run that is not there or was deleted.</summary>
    public static Run RequireActive(StoreConnection connection, string runId)
    {
        var run = Require(connection, runId);
        return run.IsDeleted ? throw StoreErrors.Refused($"The run '{runId}' was deleted; it cannot be changed.") : run;
    }

    private static List<Run> Read(StoreConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var rows = connection.Query(sql, Map, parameters);
        return [.. rows.Select(run => RunLogRows.Fill(connection, run))];
    }

    private static Run Map(DbDataReader row) => new()
    {
        Id = row.Text(0),
        ExperimentId = row.Text(1),
        Name = row.Text(2),
        Status = Enum.TryParse<RunStatus>(row.Text(3), ignoreCase: true, out var status) ? status : RunStatus.Running,
        StartedAt = row.Time(4) ?? DateTimeOffset.UnixEpoch,
        EndedAt = row.Time(5),
        ArtifactUri = row.Text(6),
        IsDeleted = row.Text(7) == "deleted",
    };
}
