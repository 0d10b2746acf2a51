using ModelOps.Store.Sqlite;

namespace ModelOps.Store.Rows;

/// <summary>Writes <c>issues</c>, as MLflow does.</summary>
internal static class IssueWrites
{
    /// <summary>Adds an issue.</summary>
    public static void Insert(StoreConnection connection, IssueRow issue, long now) => connection.Execute(
        """
        INSERT INTO issues (
            issue_id, experiment_id, name, description, status, severity, root_causes, source_run_id, categories, created_timestamp,
            last_updated_timestamp, created_by)
        VALUES ($id, $experiment, $name, $description, $status, $severity, $causes, $run, $categories, $now, $now, $user)
        """,
        ("$id", issue.Id), ("$experiment", issue.ExperimentId), ("$name", issue.Name), ("$description", issue.Description), ("$status", issue.Status),
        ("$severity", issue.Severity), ("$causes", issue.RootCauses), ("$run", issue.SourceRunId), ("$categories", issue.Categories), ("$now", now),
        ("$user", issue.CreatedBy));

    /// <summary>Changes what is not null.</summary>
    /// <returns>Whether there is such an issue.</returns>
    public static bool Update(StoreConnection connection, string id, string? status, string? name, string? description, string? severity, long now) =>
        connection.Execute(
            """
            UPDATE issues SET
                status = COALESCE($status, status), name = COALESCE($name, name), description = COALESCE($description, description),
                severity = COALESCE($severity, severity), last_updated_timestamp = $now
            WHERE issue_id = $id
            """,
            ("$status", status), ("$name", name), ("$description", description), ("$severity", severity), ("$now", now), ("$id", id)) > 0;
}
