using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

public class BuildInfoTests
{
    private const string Merge = "1111111111111111111111111111111111111111";
    private const string Head = "2222222222222222222222222222222222222222";

    [Fact]
    public async Task A_GitHub_push_is_read_from_the_variables()
    {
        var build = await ReadAsync(new()
        {
            ["GITHUB_ACTIONS"] = "true", ["GITHUB_SHA"] = Merge, ["GITHUB_REF"] = "refs/heads/release/1", ["GITHUB_EVENT_NAME"] = "push",
            ["GITHUB_SERVER_URL"] = "https://github.com", ["GITHUB_REPOSITORY"] = "o/r", ["GITHUB_RUN_ID"] = "5", ["GITHUB_ACTOR"] = "ann",
        });

        Assert.Equal(
            new BuildInfo
            {
                Commit = Merge, Branch = "release/1", Repository = "https://github.com/o/r", BuildUrl = "https://github.com/o/r/actions/runs/5", Actor = "ann",
                IsContinuousIntegration = true,
            },
            build);
    }

    [Fact]
    public async Task A_GitHub_pull_request_is_known_by_its_head_not_by_the_merge_commit()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("event.json"), """{"pull_request": {"number": 12, "head": {"sha": "SHA"}}}""".Replace("SHA", Head, StringComparison.Ordinal));
        var build = await ReadAsync(PullRequest(directory.File("event.json")));

        Assert.Equal((Head, "feature", "12", true), (build.Commit, build.Branch, build.PullRequest, build.IsPullRequest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"pull_request": {"number": "x", "head": {"sha": "$(rm)"}}}""")]
    [InlineData("""{"pull_request": 5}""")]
    public async Task An_event_file_that_says_nothing_leaves_the_variables(string content)
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("event.json"), content);
        var build = await ReadAsync(PullRequest(directory.File("event.json")));

        Assert.Equal((Merge, "12", true), (build.Commit, build.PullRequest, build.IsPullRequest));
    }

    [Fact]
    public async Task A_pull_request_target_build_is_of_the_base_commit_and_still_a_pull_request()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("event.json"), """{"pull_request": {"number": 12, "head": {"sha": "SHA"}}}""".Replace("SHA", Head, StringComparison.Ordinal));
        var environment = PullRequest(directory.File("event.json"));
        environment["GITHUB_REF"] = "refs/heads/main";
        environment["GITHUB_EVENT_NAME"] = "pull_request_target";
        var build = await ReadAsync(environment);

        Assert.Equal((Merge, "12", true), (build.Commit, build.PullRequest, build.IsPullRequest));
    }

    [Theory]
    [InlineData("PullRequest")]
    [InlineData("Manual")]
    public async Task An_Azure_pull_request_is_known_by_its_reference_whatever_the_reason(string reason)
    {
        var build = await ReadAsync(new()
        {
            ["TF_BUILD"] = "True", ["BUILD_REASON"] = reason, ["BUILD_SOURCEBRANCH"] = "refs/pull/7/merge", ["BUILD_SOURCEVERSION"] = Merge,
            ["SYSTEM_PULLREQUEST_SOURCECOMMITID"] = Head, ["SYSTEM_PULLREQUEST_SOURCEBRANCH"] = "refs/heads/feature",
            ["SYSTEM_PULLREQUEST_PULLREQUESTID"] = "7", ["SYSTEM_COLLECTIONURI"] = "https://dev.azure.com/org/", ["SYSTEM_TEAMPROJECT"] = "my project",
            ["BUILD_BUILDID"] = "9", ["BUILD_REPOSITORY_URI"] = "https://user:token@dev.azure.com/org/_git/r",
        });

        Assert.Equal((Head, "feature", "7", true), (build.Commit, build.Branch, build.PullRequest, build.IsPullRequest));
        Assert.Equal("https://dev.azure.com/org/my%20project/_build/results?buildId=9", build.BuildUrl);
        Assert.Equal("https://dev.azure.com/org/_git/r", build.Repository);
    }

    [Fact]
    public async Task A_directory_without_git_knows_nothing()
    {
        using var directory = new TempDirectory();

        var build = await BuildInfoReader.ReadAsync(new TestEnvironment { ["USER"] = "ann" }, directory.Path, default);

        Assert.Equal(new BuildInfo { Actor = "ann" }, build with { CommitUnknown = null, BranchUnknown = null });
        Assert.Equal((GitFault.NotARepository, GitFault.NotARepository), (build.CommitUnknown?.Fault, build.BranchUnknown?.Fault));
    }

    private static TestEnvironment PullRequest(string eventFile) => new()
    {
        ["GITHUB_ACTIONS"] = "true", ["GITHUB_SHA"] = Merge, ["GITHUB_REF"] = "refs/pull/12/merge", ["GITHUB_HEAD_REF"] = "feature",
        ["GITHUB_EVENT_NAME"] = "pull_request", ["GITHUB_EVENT_PATH"] = eventFile,
    };

    private static Task<BuildInfo> ReadAsync(TestEnvironment environment) => BuildInfoReader.ReadAsync(environment, Path.GetTempPath(), default);
}
