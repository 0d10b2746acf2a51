using System.Data.Common;
using System.Text.Json;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Reading;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Issues;

/// <summary>Reads issues.</summary>
internal static class IssueReader
{
    private const string Given = "IN (SELECT value FROM json_each($ids))";

    private const string Columns =
        "issue_id, CAST(experiment_id AS TEXT), name, description, status, severity, root_causes, source_run_id, created_timestamp, "
        + "last_updated_timestamp, created_by, categories";

    /// <summary>Issues in the order of their identities; what does not exist is left out.</summary>
    public static List<WireIssue> Read(StoreConnection connection, IReadOnlyList<string> ids)
    {
        var rows = connection.Query($"SELECT {Columns} FROM issues WHERE issue_id {Given}", Map, ("$ids", IdList.Of(ids))).ToDictionary(row => row.IssueId);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>Adds how many traces have each issue: an assessment of a trace has its identity for a name.</summary>
    public static List<WireIssue> CountTraces(StoreConnection connection, IReadOnlyList<WireIssue> issues)
    {
        var counts = connection.Query(
            $"SELECT name, COUNT(DISTINCT trace_id) FROM assessments WHERE assessment_type = 'issue' AND valid AND name {Given} GROUP BY name",
            row => (Id: row.GetString(0), Count: row.GetInt64(1)),
            ("$ids", IdList.Of([.. issues.Select(issue => issue.IssueId)])))
            .ToDictionary(row => row.Id, row => row.Count);
        return [.. issues.Select(issue => issue with { TraceCount = counts.GetValueOrDefault(issue.IssueId) })];
    }

    /// <summary>One issue.</summary>
    /// <exception cref="MlflowFault">There is none.</exception>
    public static WireIssue Require(StoreConnection connection, string id) =>
        Read(connection, [id]) is [var found] ? found : throw MlflowFault.Missing($"Issue with ID '{id}' not found");

    private static WireIssue Map(DbDataReader row) => new()
    {
        IssueId = row.GetString(0),
        ExperimentId = row.GetString(1),
        Name = row.GetString(2),
        Description = row.GetString(3),
        Status = row.GetString(4),
        Severity = row.TextOrNull(5),
        RootCauses = List(row.TextOrNull(6)),
        SourceRunId = row.TextOrNull(7),
        CreatedTimestamp = row.GetInt64(8),
        LastUpdatedTimestamp = row.GetInt64(9),
        CreatedBy = row.TextOrNull(10),
        Categories = List(row.TextOrNull(11)),
    };

    private static IReadOnlyList<string>? List(string? json) =>
        json is not null && JsonSerializer.Deserialize(json, IssueJson.Default.IReadOnlyListString) is { Count: > 0 } list ? list : null;
}
