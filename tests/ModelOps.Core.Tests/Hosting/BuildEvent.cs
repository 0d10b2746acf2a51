namespace ModelOps.Core.Tests.Hosting;

/// <summary>An event that starts a build, and what is right to say of it.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Event">Name of the event; on Azure the reason of the build.</param>
/// <param name="Reference">Reference that the host says is built.</param>
internal sealed record BuildEvent(string Name, string Event, string Reference)
{
    /// <summary>The event file; HEAD stands for the head of the pull request.</summary>
    public string Payload { get; init; } = "{}";

    public bool IsAzure { get; init; }

    /// <summary>Whether it is a pull request's, in whatever form.</summary>
    public bool IsPullRequest { get; init; }

    /// <summary>Whether the host builds the pull request's merge, and says its head.</summary>
    public bool NamesHead { get; init; }

    /// <summary>Branch that is right to be recorded where the host is believed.</summary>
    public string? Branch { get; init; }

    /// <summary>Whether what main may do is allowed where the host is believed.</summary>
    public bool MayRelease => Branch == "main" && !IsPullRequest;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BuildEvent> All { get; } =
    [
        new("push", "push", "refs/heads/main") { Branch = "main" },
        new("dispatch", "workflow_dispatch", "refs/heads/main") { Branch = "main" },
        new("tag", "push", "refs/tags/v1.0"),
        new("request", "pull_request", "refs/pull/12/merge") { IsPullRequest = true, NamesHead = true, Branch = "feature", Payload = """{"pull_request": {"number": 12, "head": {"sha": "HEAD"}}}""" },
        new("target", "pull_request_target", "refs/heads/main") { IsPullRequest = true, Payload = """{"pull_request": {"number": 12, "head": {"sha": "HEAD"}}}""" },
        new("queue", "merge_group", "refs/heads/gh-readonly-queue/main/pr-12-0123456789abcdef0123456789abcdef01234567") { IsPullRequest = true },
        new("run-of-push", "workflow_run", "refs/heads/main")
        {
            Branch = "main", Payload = """{"workflow_run": {"event": "push", "head_branch": "main", "head_repository": {"id": 1}, "repository": {"id": 1}}}""",
        },
        new("run-of-request", "workflow_run", "refs/heads/main")
        {
            IsPullRequest = true, Payload = """{"workflow_run": {"event": "pull_request", "head_branch": "main", "head_repository": {"id": 2}, "repository": {"id": 1}}}""",
        },
        new("run-of-fork", "workflow_run", "refs/heads/main")
        {
            IsPullRequest = true, Payload = """{"workflow_run": {"event": "push", "head_branch": "main", "head_repository": {"id": 2}, "repository": {"id": 1}}}""",
        },
        new("comment", "issue_comment", "refs/heads/main") { IsPullRequest = true, Payload = """{"issue": {"number": 12, "pull_request": {}}, "comment": {"body": "/deploy"}}""" },
        new("comment-on-issue", "issue_comment", "refs/heads/main") { Branch = "main", Payload = """{"issue": {"number": 12}}""" },
        new("azure-push", "IndividualCI", "refs/heads/main") { IsAzure = true, Branch = "main" },
        new("azure-manual", "Manual", "refs/heads/main") { IsAzure = true, Branch = "main" },
        new("azure-tag", "IndividualCI", "refs/tags/v1.0") { IsAzure = true },
        new("azure-request", "PullRequest", "refs/pull/12/merge") { IsAzure = true, IsPullRequest = true, NamesHead = true, Branch = "feature" },
        new("azure-queue", "IndividualCI", "refs/heads/gh-readonly-queue/main/pr-12-0123456789abcdef0123456789abcdef01234567") { IsAzure = true, IsPullRequest = true },
    ];

    public override string ToString() => Name;
}
