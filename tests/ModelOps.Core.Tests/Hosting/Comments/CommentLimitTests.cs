using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting.Comments;

/// <summary>GitHub's rate limits are waited for, shown, and bounded.</summary>
public sealed class CommentLimitTests
{
    private const string Primary = """{"message":"API rate limit exceeded for installation ID 1.","documentation_url":"https://docs.github.com/rest"}""";
    private const string Secondary = """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again.","documentation_url":"https://docs.github.com/rest"}""";

    public static TheoryData<int, string, string?, string, string> Limits => new()
    {
        { 429, Secondary, null, "Retry-After", "2" },
        { 403, Secondary, null, "Retry-After", "2" },
        { 403, Secondary, null, "X-Nothing", "60" },
        { 429, "", null, "X-Nothing", "60" },
        { 403, Primary, "0", "X-RateLimit-Reset", "9" },
        { 429, Primary, "0", "x-ratelimit-reset", "9" },
    };

    [UnixTheory]
    [MemberData(nameof(Limits))]
    public async Task A_limit_is_waited_for_and_the_wait_is_shown(int status, string body, string? remaining, string header, string seconds)
    {
        await using var server = await GitHubServer.StartAsync();
        var refusals = 0;
        server.Instead = async http =>
        {
            var value = remaining is null ? seconds : (DateTimeOffset.Parse(http.Response.Headers.Date.FirstOrDefault() ?? TimeProvider.System.GetUtcNow().ToString("r"), CultureInfo.InvariantCulture).ToUnixTimeSeconds() + 9).ToString(CultureInfo.InvariantCulture);
            return http.Request.Method == "POST" && !http.Request.Path.Value!.EndsWith("graphql", StringComparison.Ordinal) && refusals++ == 0
                && await GitHubServer.SayAsync(http, status, body, remaining is null ? [(header, value)] : [("X-RateLimit-Remaining", remaining), (header, value)]);
        };
        using var lab = new CommentLab(server.Api) { Time = new HurriedTime() };
        var report = await lab.TestAsync();
        Assert.DoesNotContain(report.Diagnostics, finding => finding.Severity == Severity.Warning);
        Assert.Single(server.Comments);
        var note = Assert.Single(lab.Notes);
        Assert.Matches(seconds == "9" ? "the report's comment waits [89] s" : $"the report's comment waits {seconds} s", note);
        Assert.Empty(server.Problems);
    }

    [UnixTheory]
    [InlineData("3600", "asks for 3600 s, and at most 60 s are waited", 0)]
    [InlineData("99999999999999999999", "rate limit asks for 60 s", 1)]
    [InlineData("0", "rate limit asks for 1 s", 60)]
    [InlineData("25", "asks for 25 s, and at most 60 s are waited", 2)]
    public async Task Waits_together_are_no_longer_than_a_minute(string after, string words, int waits)
    {
        await using var server = await GitHubServer.StartAsync();
        server.Instead = http => GitHubServer.SayAsync(http, 429, Secondary, ("Retry-After", after));
        using var lab = new CommentLab(server.Api) { Time = new HurriedTime() };
        var report = await lab.TestAsync();
        Assert.Equal((ExitCode.Ok, "MOP4013"), (report.ExitCode, CommentLab.Finding(report).Code));
        Assert.Contains(words, CommentLab.Finding(report).Message, StringComparison.Ordinal);
        Assert.Equal((waits, waits + 1), (lab.Notes.Count, server.Requests.Count));
    }
}
