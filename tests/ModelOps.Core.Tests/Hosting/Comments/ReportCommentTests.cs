using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>The report on the pull request: one comment a verb, model and environment, by the real runner and the real Octokit.</summary>
public sealed class ReportCommentTests
{
    [UnixTheory]
    [InlineData("")]
    [InlineData("/api/v3")]
    public async Task A_pull_request_gets_one_comment_which_the_next_push_edits(string root)
    {
        await using var server = await GitHubServer.StartAsync(root);
        server.Add("ann", "Looks good.");
        using var lab = new CommentLab(server.Api);
        var first = await lab.TestAsync();
        var written = server.Comments[^1];
        lab.Configure(exitCode: 1);
        var second = await lab.TestAsync();

        Assert.Equal((ExitCode.Ok, ExitCode.GateFailed), (first.ExitCode, second.ExitCode));
        Assert.Equal(2, server.Comments.Count);
        Assert.Equal((written.Id, GitHubServer.Bot), (server.Comments[^1].Id, server.Comments[^1].Author));
        Assert.StartsWith("<!-- modelops report verb=test model=churn environment= -->\n### modelops test: ", written.Body, StringComparison.Ordinal);
        Assert.EndsWith(Assert.Single(lab.Host.Summaries)[..60], server.Comments[^1].Body[..(server.Comments[^1].Body.IndexOf('\n', StringComparison.Ordinal) + 61)], StringComparison.Ordinal);
        Assert.NotEqual(written.Body, server.Comments[^1].Body);
        Assert.Empty(server.Problems);
        Assert.Equal(6, server.Requests.Count);
    }

    [UnixFact]
    public async Task Two_models_and_two_environments_have_a_comment_each()
    {
        await using var server = await GitHubServer.StartAsync();
        using var lab = new CommentLab(server.Api);
        foreach (var model in new[] { "churn", "fraud", "churn", "fraud" })
        {
            await lab.TestAsync(model, ("Suite", "unit"));
        }

        await lab.TestAsync("churn", ("Suite", "unit"), ("Environment", "dev"));
        Assert.Equal(
            ["model=churn environment=", "model=fraud environment=", "model=churn environment=dev"],
            server.Comments.Select(comment => comment.Body.Split('\n')[0].Replace("<!-- modelops report verb=test ", "", StringComparison.Ordinal).Replace(" -->", "", StringComparison.Ordinal)));
        Assert.Empty(server.Problems);
    }

    [UnixFact]
    public async Task A_comment_on_the_second_page_is_found_and_that_of_another_account_is_never_edited()
    {
        await using var server = await GitHubServer.StartAsync();
        using var lab = new CommentLab(server.Api);
        await lab.TestAsync();
        var own = server.Comments[0].Body;
        server.Comments.Clear();
        server.Add("github-actions", own);
        server.Add("renovate[bot]", own);
        for (var index = 0; index < 110; index++)
        {
            server.Add("ann", $"> {own}");
        }

        server.Add(GitHubServer.Bot, $"Quoted: {own}");
        server.Add(GitHubServer.Bot, own + "old");
        var before = server.Comments.ToArray();
        lab.Configure(exitCode: 1);
        await lab.TestAsync();

        Assert.Equal(before.Length, server.Comments.Count);
        Assert.Equal(before[..^1], server.Comments[..^1]);
        Assert.Equal(before[^1].Id, server.Comments[^1].Id);
        Assert.NotEqual(before[^1].Body, server.Comments[^1].Body);
        Assert.Equal(2, server.Requests.Count(request => request.Contains("&page=", StringComparison.Ordinal) && request.EndsWith('2')) + 1);
        Assert.Empty(server.Problems);
    }

    [UnixTheory]
    [InlineData("GITHUB_EVENT_NAME", "push", "GITHUB_REF", "refs/heads/main")]
    [InlineData("GITHUB_ACTIONS", "false", "TF_BUILD", "True")]
    [InlineData("GITHUB_ACTIONS", "", "CI", "")]
    public async Task Another_event_or_host_gets_nothing_and_no_word(string name, string value, string other, string also)
    {
        await using var server = await GitHubServer.StartAsync();
        using var lab = new CommentLab(server.Api);
        (lab.Environment[name], lab.Environment[other]) = (value, also);
        Assert.DoesNotContain((await lab.TestAsync()).Diagnostics, finding => finding.Code.StartsWith("MOP401", StringComparison.Ordinal));
        Assert.Empty(server.Requests);
    }

    [UnixFact]
    public async Task Nothing_is_asked_of_GitHub_unless_modelops_yml_says_so_and_there_is_something_new()
    {
        await using var server = await GitHubServer.StartAsync();
        using var lab = new CommentLab(server.Api);
        Assert.Equal(ExitCode.Ok, (await lab.TestAsync("churn", ("DryRun", "true"))).ExitCode);
        lab.Configure(comment: false);
        Assert.Equal(ExitCode.Ok, (await lab.TestAsync()).ExitCode);
        Assert.Empty(server.Requests);
    }

    [UnixTheory]
    [InlineData("""{"id": 2}""", "pull_request")]
    [InlineData("null", "pull_request")]
    [InlineData("""{"id": 1}""", "pull_request_target")]
    public async Task A_pull_request_of_a_fork_gets_no_comment_and_a_note(string head, string name)
    {
        await using var server = await GitHubServer.StartAsync();
        using var lab = new CommentLab(server.Api);
        lab.WriteEvent(head);
        lab.Environment["GITHUB_EVENT_NAME"] = name;
        var report = await lab.TestAsync();
        Assert.Equal((ExitCode.Ok, "MOP4014", Severity.Info), (report.ExitCode, CommentLab.Finding(report).Code, CommentLab.Finding(report).Severity));
        Assert.Empty(server.Requests);
    }

    [UnixFact]
    public async Task What_was_masked_is_not_in_the_comment()
    {
        await using var server = await GitHubServer.StartAsync();
        using var lab = new CommentLab(server.Api);
        lab.Environment["DATABRICKS_TOKEN"] = "unit";
        await lab.TestAsync();
        Assert.DoesNotContain("unit", server.Comments[0].Body, StringComparison.Ordinal);
        Assert.Contains("***", server.Comments[0].Body, StringComparison.Ordinal);
    }
}
