using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Reads a GitHub Actions build from the runner's variables.</summary>
internal static class GitHubBuild
{
    public static BuildInfo Read(IEnvironment environment)
    {
        var server = environment.Get("GITHUB_SERVER_URL");
        var repository = environment.Get("GITHUB_REPOSITORY");
        var url = server is null || repository is null ? null : $"{server}/{repository}";
        var reference = environment.Get("GITHUB_REF") ?? "";
        var isPullRequest = (environment.Get("GITHUB_EVENT_NAME") ?? "").StartsWith("pull_request", StringComparison.Ordinal)
            || reference.StartsWith("refs/pull/", StringComparison.Ordinal);

        // A pull_request build checks out a merge commit that nobody will find again; pull_request_target builds the base branch.
        var isMerge = reference.StartsWith("refs/pull/", StringComparison.Ordinal);
        var request = isPullRequest ? GitHubEvent.Read(environment.Get("GITHUB_EVENT_PATH")) : null;
        var isPush = environment.Get("GITHUB_EVENT_NAME") == "push";
        return new()
        {
            TargetBranch = isPullRequest && environment.Get("GITHUB_BASE_REF") is { Length: > 0 } target ? BranchName.FromReference(target) : null,
            PreviousCommit = isPush ? GitHubEvent.ReadPushed(environment.Get("GITHUB_EVENT_PATH")) : null,
            Commit = ((isMerge ? request?.HeadCommit : null) ?? environment.Get("GITHUB_SHA"))?.ToLowerInvariant(),
            Branch = isPullRequest ? environment.Get("GITHUB_HEAD_REF") : BranchName.FromReference(reference),
            Repository = url,
            BuildUrl = url is null ? null : $"{url}/actions/runs/{environment.Get("GITHUB_RUN_ID")}",
            PullRequest = request?.Number ?? (isMerge && reference.Split('/') is [_, _, var number, ..] ? number : null),
            Actor = environment.Get("GITHUB_ACTOR"),
            IsPullRequest = isPullRequest,
            IsUntrusted = isPullRequest && !(request is { IsFork: false } && environment.Get("GITHUB_EVENT_NAME") != "pull_request_target"),
            IsContinuousIntegration = true,
        };
    }
}
