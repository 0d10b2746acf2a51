using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>A comment that cannot be written is a warning, and the verb ends as it would have.</summary>
public sealed class CommentFailureTests
{
    private const string Denied = """{"message":"Resource not accessible by integration","documentation_url":"https://docs.github.com/rest","status":"403"}""";

    [UnixTheory]
    [InlineData("issues=write; pull_requests=write", "It needs 'issues: write' or 'pull-requests: write' in the permissions")]
    [InlineData("pull_requests=write,contents=read", "It needs 'pull-requests: write' and 'contents: read' in the permissions")]
    [InlineData("ring the bell <b>", "It needs 'pull-requests: write' in the permissions")]
    [InlineData(null, "It needs 'pull-requests: write' in the permissions")]
    public async Task A_token_without_the_right_is_told_which_one_it_needs(string? header, string words)
    {
        await using var server = await GitHubServer.StartAsync();
        server.Instead = async http => http.Request.Method == "POST" && !http.Request.Path.Value!.EndsWith("graphql", StringComparison.Ordinal)
            && await GitHubServer.SayAsync(http, 403, Denied, header is null ? [] : [("x-accepted-github-permissions", header)]);
        using var lab = new CommentLab(server.Api);
        lab.Configure(exitCode: 1);
        var report = await lab.TestAsync();
        Assert.Equal((ExitCode.GateFailed, "MOP4012", Severity.Warning), (report.ExitCode, CommentLab.Finding(report).Code, CommentLab.Finding(report).Severity));
        Assert.Contains(words, CommentLab.Finding(report).Message, StringComparison.Ordinal);
        Assert.Contains(CommentLab.Finding(report), lab.Host.Diagnostics);
        Assert.Empty(server.Comments);
        Assert.Empty(server.Problems);
    }

    [UnixTheory]
    [InlineData(401, "{}", "GITHUB_TOKEN is not accepted")]
    [InlineData(404, """{"message":"Not Found"}""", "does not show it to this token (404)")]
    [InlineData(410, """{"message":"Gone"}""", "GitHub answered 410")]
    [InlineData(500, "<html>", "GitHub answered 500")]
    [InlineData(200, "{\"no\": \"list\"", "not JSON as GitHub writes it")]
    [InlineData(200, "[[[[", "not JSON as GitHub writes it")]
    [InlineData(200, "[{\"id\": \"x\"}]", "not JSON as GitHub writes it")]
    [InlineData(200, "null", "not JSON as GitHub writes it")]
    [InlineData(200, "", "no list of comments")]
    public async Task A_refusal_or_a_lie_is_a_warning_without_the_words_of_the_server(int status, string body, string words)
    {
        await using var server = await GitHubServer.StartAsync();
        server.Instead = async http => http.Request.Method == "GET" && await GitHubServer.SayAsync(http, status, body);
        await AssertWarnsAsync(server, words);
    }

    [UnixTheory]
    [InlineData("""{"errors":[{"message":"no"}]}""")]
    [InlineData("""{"data":{"viewer":{"login":""}}}""")]
    public async Task Without_the_owner_of_the_token_nothing_is_written(string body)
    {
        await using var server = await GitHubServer.StartAsync();
        server.Instead = async http => http.Request.Path.Value == "/graphql" && await GitHubServer.SayAsync(http, 200, body);
        await AssertWarnsAsync(server, "does not say whose token it is");
    }

    [UnixFact]
    public async Task A_list_without_end_is_left()
    {
        await using var server = await GitHubServer.StartAsync();
        server.Instead = async http => http.Request.Method == "GET"
            && await GitHubServer.SayAsync(http, 200, "[]", ("Link", $"<{server.Api}/next?page=2>; rel=\"next\""));
        await AssertWarnsAsync(server, "more than 30 pages");
        Assert.Equal(31, server.Requests.Count);
    }

    // Loopback has many addresses, and another port of the same one is another server too.
    [UnixTheory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task The_token_goes_to_no_other_server_and_no_other_port(string host)
    {
        await using var other = await GitHubServer.StartAsync();
        await using var server = await GitHubServer.StartAsync();
        var place = $"http://{host}:{new Uri(other.Api).Port}/repos/o/r/issues/12/comments";
        server.Instead = async http => http.Request.Method == "GET" && await GitHubServer.SayAsync(http, 307, "{}", ("Location", place));
        await AssertWarnsAsync(server, "redirects to another server");
        Assert.Empty(other.Requests);
    }

    [UnixTheory]
    [InlineData("GITHUB_TOKEN", "", "GITHUB_TOKEN: ${{ github.token }}")]
    [InlineData("GITHUB_TOKEN", "a\nb", "characters that no token has")]
    [InlineData("GITHUB_API_URL", "http://github.example/api/v3", "Expected an address with https")]
    [InlineData("GITHUB_API_URL", "https://me@github.example/api/v3", "Expected an address with https")]
    [InlineData("GITHUB_API_URL", "file:///etc/passwd", "Expected an address with https")]
    [InlineData("GITHUB_REPOSITORY", "o/r/../../x", "Expected owner/name")]
    [InlineData("GITHUB_REPOSITORY", "o/..", "Expected owner/name")]
    public async Task A_build_that_lacks_what_is_needed_says_what(string name, string value, string words)
    {
        await using var server = await GitHubServer.StartAsync();
        using var lab = new CommentLab(server.Api);
        lab.Environment[name] = value;
        var report = await lab.TestAsync();
        Assert.Equal((ExitCode.Ok, "MOP4013"), (report.ExitCode, CommentLab.Finding(report).Code));
        Assert.Contains(words, CommentLab.Finding(report).Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [UnixFact]
    public async Task A_server_that_is_silent_is_left_when_the_build_is_cancelled_down_to_the_socket()
    {
        using var cancelled = new CancellationTokenSource();
        var left = new TaskCompletionSource();
        await using var server = await GitHubServer.StartAsync();
        server.Instead = async http =>
        {
            http.RequestAborted.Register(left.SetResult);
            await cancelled.CancelAsync();
            await left.Task;
            return true;
        };
        using var lab = new CommentLab(server.Api);
        var report = await lab.TestAsync(cancelled.Token);
        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Contains("the command was cancelled", CommentLab.Finding(report).Message, StringComparison.Ordinal);
        await left.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task AssertWarnsAsync(GitHubServer server, string words)
    {
        using var lab = new CommentLab(server.Api);
        var report = await lab.TestAsync();
        Assert.Equal((ExitCode.Ok, "MOP4013"), (report.ExitCode, CommentLab.Finding(report).Code));
        Assert.Contains(words, CommentLab.Finding(report).Message, StringComparison.Ordinal);
        Assert.Empty(server.Comments);
        Assert.Empty(server.Problems);
    }
}
