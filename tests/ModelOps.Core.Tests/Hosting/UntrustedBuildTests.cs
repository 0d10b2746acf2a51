using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

public sealed class UntrustedBuildTests
{
    [Theory]
    [InlineData("pull_request", """{"pull_request": {"head": {"repo": {"id": 1}}, "base": {"repo": {"id": 1}}}}""", false)]
    [InlineData("pull_request", """{"pull_request": {"head": {"repo": {"id": 2}}, "base": {"repo": {"id": 1}}}}""", true)]
    [InlineData("pull_request", """{"pull_request": {"head": {"repo": null}, "base": {"repo": {"id": 1}}}}""", true)]
    [InlineData("pull_request", """{"pull_request": {"head": {"repo": {"id": "1"}}, "base": {"repo": {"id": "1"}}}}""", true)]
    [InlineData("pull_request", "{}", true)]
    [InlineData("pull_request", "not JSON", true)]
    [InlineData("pull_request_target", """{"pull_request": {"head": {"repo": {"id": 1}}, "base": {"repo": {"id": 1}}}}""", true)]
    [InlineData("push", "{}", false)]
    [InlineData("merge_group", "{}", true)]
    [InlineData("issue_comment", """{"issue": {"pull_request": {}}}""", true)]
    [InlineData("issue_comment", """{"issue": {"number": 1}}""", false)]
    [InlineData("issue_comment", "not JSON", true)]
    [InlineData("pull_request_review_comment", "{}", true)]
    [InlineData("workflow_run", """{"workflow_run": {"event": "push", "head_repository": {"id": 1}, "repository": {"id": 1}}}""", false)]
    [InlineData("workflow_run", """{"workflow_run": {"event": "push", "head_repository": {"id": 2}, "repository": {"id": 1}}}""", true)]
    [InlineData("workflow_run", """{"workflow_run": {"event": "push", "head_repository": null, "repository": {"id": 1}}}""", true)]
    [InlineData("workflow_run", """{"workflow_run": {"event": "push", "head_branch": "gh-readonly-queue/main/pr-1", "head_repository": {"id": 1}, "repository": {"id": 1}}}""", true)]
    [InlineData("workflow_run", """{"workflow_run": {"event": "pull_request", "head_repository": {"id": 1}, "repository": {"id": 1}}}""", true)]
    [InlineData("workflow_run", """{"workflow_run": {"event": "issue_comment", "head_repository": {"id": 1}, "repository": {"id": 1}}}""", true)]
    [InlineData("workflow_run", "not JSON", true)]
    public async Task A_GitHub_build_is_trusted_only_where_its_event_says_so(string name, string content, bool isUntrusted)
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("event.json"), content);

        Assert.Equal(isUntrusted, await ReadAsync(new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_EVENT_NAME"] = name, ["GITHUB_EVENT_PATH"] = directory.File("event.json") }));
    }

    [Theory]
    [InlineData("PullRequest", "False", false)]
    [InlineData("PullRequest", "True", true)]
    [InlineData("PullRequest", "", true)]
    [InlineData("IndividualCI", "", false)]
    public async Task An_Azure_build_is_trusted_only_where_the_agent_says_so(string reason, string isFork, bool isUntrusted) =>
        Assert.Equal(isUntrusted, await ReadAsync(new() { ["TF_BUILD"] = "True", ["BUILD_REASON"] = reason, ["SYSTEM_PULLREQUEST_ISFORK"] = isFork }));

    private static async Task<bool> ReadAsync(TestEnvironment environment) =>
        (await BuildInfoReader.ReadAsync(environment, Path.GetTempPath(), CancellationToken.None)).IsUntrusted;
}
