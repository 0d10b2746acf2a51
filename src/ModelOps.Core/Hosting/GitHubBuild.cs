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
        return new()
        {
            Commit = environment.Get("GITHUB_SHA"),
            Branch = isPullRequest ? environment.Get("GITHUB_HEAD_REF") : BranchName.FromReference(reference),
            Repository = url,
            BuildUrl = url is null ? null : $"{url}/actions/runs/{environment.Get("GITHUB_RUN_ID")}",
            PullRequest = isPullRequest && reference.Split('/') is ["refs", "pull", var number, ..] ? number : null,
            Actor = environment.Get("GITHUB_ACTOR"),
            IsPullRequest = isPullRequest,
            IsContinuousIntegration = true,
        };
    }
}
