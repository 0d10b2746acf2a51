using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>Reads a GitHub Actions build from the runner's variables.</summary>
internal static class GitHubBuild
{
    /// <summary>Variable with the commit of the event, which is what a checkout takes that is told no other.</summary>
    public const string CommitVariable = "GITHUB_SHA";

    public static BuildInfo Read(IEnvironment environment)
    {
        var server = environment.Get("GITHUB_SERVER_URL");
        var repository = environment.Get("GITHUB_REPOSITORY");
        var url = server is null || repository is null ? null : $"{server}/{repository}";
        var reference = environment.Get("GITHUB_REF") ?? "";
        var name = environment.Get("GITHUB_EVENT_NAME") ?? "";
        var file = environment.Get("GITHUB_EVENT_PATH");
        var request = GitHubPullRequest.Find(name, reference, file);
        var isPullRequest = request is not null;

        // A pull_request build checks out a merge commit that nobody will find again; pull_request_target builds the base branch.
        var isMerge = reference.StartsWith("refs/pull/", StringComparison.Ordinal);
        var target = environment.Get("GITHUB_BASE_REF") is { Length: > 0 } given ? BranchName.FromReference(given) : MergeQueue.Find(reference)?.Base;
        return new()
        {
            TargetBranch = isPullRequest ? target : null,
            PreviousCommit = name == "push" ? GitHubEvent.ReadPushed(file) : null,
            Commit = ((isMerge ? request?.HeadCommit : null) ?? environment.Get(CommitVariable))?.ToLowerInvariant(),
            Branch = !isPullRequest ? BranchName.FromReference(reference) : environment.Get("GITHUB_HEAD_REF") is { Length: > 0 } head ? head : null,
            Tag = isPullRequest ? null : BranchName.TagFromReference(reference),
            Repository = url,
            BuildUrl = url is null ? null : $"{url}/actions/runs/{environment.Get("GITHUB_RUN_ID")}",
            PullRequest = request?.Number ?? (isMerge && reference.Split('/') is [_, _, var number, ..] ? number : null),
            Actor = environment.Get("GITHUB_ACTOR"),
            IsPullRequest = isPullRequest,
            IsUntrusted = isPullRequest && !(request is { IsFork: false } && name != "pull_request_target"),
            IsContinuousIntegration = true,
        };
    }
}
