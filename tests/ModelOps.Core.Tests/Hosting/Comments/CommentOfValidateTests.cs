using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Tests.Verbs.Validate;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>What <c>validate</c> writes on a pull request.</summary>
public sealed class CommentOfValidateTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task A_gate_that_fails_is_on_the_pull_request_and_a_verdict_that_stands_leaves_the_comment()
    {
        await using var server = await GitHubServer.StartAsync();
        await _lab.RegisterAsync(-0.3);
        using var build = new CommentLab(server.Api);
        foreach (var (name, value) in build.Environment.Where(pair => pair.Key.StartsWith("GITHUB_", StringComparison.Ordinal)))
        {
            _lab.Release.Environment[name] = value;
        }

        // What the host says is what is checked out.
        _lab.Release.Environment["GITHUB_SHA"] = _lab.Release.Git.Head;
        _lab.Write("modelops.yml", File.ReadAllText(_lab.File("modelops.yml")) + "report: {comment: true}\n");
        var failed = await _lab.ValidateAsync();
        var comment = Assert.Single(server.Comments).Body;
        Assert.Equal(ExitCode.GateFailed, failed.ExitCode);
        Assert.StartsWith("<!-- modelops report verb=validate model=diabetes environment=dev -->\n## ", comment, StringComparison.Ordinal);
        Assert.EndsWith(Assert.Single(_lab.Release.Host.Summaries), comment, StringComparison.Ordinal);

        await _lab.RegisterAsync(0.4);
        _lab.Release.Environment["GITHUB_SHA"] = _lab.Release.Git.Head;
        Assert.Equal(ExitCode.Ok, (await _lab.ValidateAsync()).ExitCode);
        var passed = Assert.Single(server.Comments).Body;
        Assert.Contains("Passed", passed, StringComparison.Ordinal);
        var asked = server.Requests.Count;
        Assert.True(ValidationLab.Result(await _lab.ValidateAsync()).Skipped);
        Assert.Equal((asked, passed), (server.Requests.Count, Assert.Single(server.Comments).Body));

        await _lab.ValidateAsync(("All", "true"));
        Assert.Equal(asked, server.Requests.Count);
        await _lab.ValidateAsync(("All", "true"), ("Refresh", "true"));
        Assert.Equal(2, server.Comments.Count);
        Assert.StartsWith("<!-- modelops report verb=validate model=* environment=dev -->\n### modelops validate: ", server.Comments[1].Body, StringComparison.Ordinal);
        Assert.Empty(server.Problems);
    }
}
