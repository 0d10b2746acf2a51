using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Attacks;

/// <summary>Requests that cost the caller little and could cost the server much; after each the server still serves.</summary>
public sealed class BombTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string, int> Filters { get; } = new()
    {
        { "open parentheses", "(", 200_000 },
        { "pairs of parentheses", "()", 100_000 },
        { "open comments", "/* ", 2_000_000 },
        { "open quotes", "'", 200_001 },
        { "open backquotes", "`a", 100_001 },
        { "a sum without end", "a-", 100_000 },
        { "a list without end", "a,", 100_000 },
        { "a chain of names", "a.", 100_000 },
        { "numbers", "1e1", 300_000 },
        { "conditions", "tags.a = 'b' AND ", 20_000 },
        { "negations", "NOT ", 50_000 },
        { "backslashes", "\\", 200_000 },
        { "wildcards", "name LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%' AND ", 2_000 },
        { "semicolons", ";", 200_000 },
        { "line comments", "--\n", 100_000 },
        { "dollars", "$a$", 300_000 },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_that_was_made_to_hurt_is_answered_in_time(string what, string piece, int count)
    {
        await using var lab = await SandboxLab.StartAsync();
        var filter = string.Concat(Enumerable.Repeat(piece, count)) + "tags.a = 'b'";
        foreach (var path in (string[])["runs/search", "experiments/search", "logged-models/search"])
        {
            var body = JsonSerializer.Serialize(new Dictionary<string, object> { ["experiment_ids"] = new[] { "0" }, ["filter"] = filter, ["max_results"] = 5 });
            using var deadline = new CancellationTokenSource(Limit);
            using var response = await lab.Client.SendAsync(
                lab.Request("POST", $"/api/2.0/mlflow/{path}", new StringContent(body, Encoding.UTF8, "application/json")), deadline.Token);

            Assert.True((int)response.StatusCode is >= 200 and <= 500, $"{what}: {response.StatusCode}");
        }

        await AssertServesAsync(lab);
    }

    [Theory]
    [InlineData("[", 2_000_000)]
    [InlineData("{\"a\":", 1_000_000)]
    [InlineData("\"\\ud800\":1,", 10_000)]
    [InlineData("{\"name\":\"\\ud800\"}", 1)]
    [InlineData("\"{\\\"name\\\"", 1)]
    [InlineData("{\"experiment_id\":1e999999}", 1)]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"", 1)]
    public async Task JSON_that_was_made_to_hurt_is_refused(string piece, int count)
    {
        await using var lab = await SandboxLab.StartAsync();
        using var deadline = new CancellationTokenSource(Limit);
        using var response = await lab.Client.SendAsync(
            lab.Request("POST", "/api/2.0/mlflow/runs/create", new StringContent(string.Concat(Enumerable.Repeat(piece, count)), Encoding.UTF8, "application/json")), deadline.Token);

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        await AssertServesAsync(lab);
    }

    [Theory]
    [InlineData("POST /api/2.0/mlflow/runs/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}")]
    [InlineData("POST /api/2.0/mlflow/runs/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /api/2.0/mlflow/runs/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n")]
    [InlineData("POST /api/2.0/mlflow/runs/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("GET /api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.1\r\nHost: localhost\r\nHost: evil.example.com\r\n\r\n")]
    [InlineData("GET http://evil.example.com/api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET http://evil.example.com/api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.1\r\nHost: evil.example.com\r\n\r\n")]
    [InlineData("GET /api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.1\r\nHost: evil.example.com#localhost\r\n\r\n")]
    [InlineData("GET /api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.1\r\nHost: localhost@evil.example.com\r\n\r\n")]
    [InlineData("GET /api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.1\r\nHost : localhost\r\n\r\n")]
    [InlineData("GET /api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.1\r\nHost: localhost\r\nA: b\r\n c: d\r\n\r\n")]
    public async Task A_request_that_two_servers_read_differently_is_refused(string request)
    {
        await using var lab = await SandboxLab.StartAsync();

        Assert.Matches(@"\AHTTP/1\.1 4\d\d ", await AskAsync(lab, request));
        await AssertServesAsync(lab);
    }

    [Theory]
    [InlineData("GET /api/2.0/mlflow/experiments/get?experiment_id={0} HTTP/1.1\r\nHost: localhost\r\n\r\n", 100_000)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX: {0}\r\n\r\n", 200_000)]
    public async Task Large_headers_are_refused(string template, int length)
    {
        await using var lab = await SandboxLab.StartAsync();

        Assert.Matches(@"\AHTTP/1\.1 4(14|31) ", await AskAsync(lab, template.Replace("{0}", new string('x', length), StringComparison.Ordinal)));
        await AssertServesAsync(lab);
    }

    private static async Task<string> AskAsync(SandboxLab lab, string request)
    {
        var server = new Uri(lab.Uri);
        using var deadline = new CancellationTokenSource(Limit);
        using var socket = new TcpClient(server.Host, server.Port);
        var stream = socket.GetStream();
        var line = new byte[64];
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), deadline.Token);
        }
        catch (IOException)
        {
            // The server has answered and closed before it read all.
        }

        var length = await stream.ReadAtLeastAsync(line, 16, throwOnEndOfStream: false, deadline.Token);
        return Encoding.ASCII.GetString(line, 0, length);
    }

    private static async Task AssertServesAsync(SandboxLab lab)
    {
        using var deadline = new CancellationTokenSource(Limit);
        Assert.Equal("OK", await lab.Client.GetStringAsync(new Uri("/health", UriKind.Relative), deadline.Token));
    }
}
