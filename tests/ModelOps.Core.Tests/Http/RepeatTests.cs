using System.Net;
using ModelOps.Http;

namespace ModelOps.Core.Tests.Http;

/// <summary>How often a call is sent, and what is said meanwhile.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task A_name_that_is_not_known_is_tried_twice()
    {
        var lines = new List<string>();
        using var transport = Transport(lines);
        var failure = await Assert.ThrowsAsync<HttpCallException>(() => transport.SendAsync(Get("http://no-such-host.invalid/x"), CancellationToken.None));

        Assert.Equal(2, failure.Tries);
        Assert.Matches(@"^no-such-host\.invalid is a name that was not found; try 2 of at most 2 in 0\.0 s$", Assert.Single(lines));
    }

    [Fact]
    public async Task A_server_that_fails_is_named_before_every_repeat()
    {
        using var server = new HttpListener();
        var address = Listen(server);
        var answers = Task.Run(async () =>
        {
            foreach (var status in new[] { 503, 503, 200 })
            {
                var context = await server.GetContextAsync();
                context.Response.StatusCode = status;
                context.Response.Close();
            }
        });
        var lines = new List<string>();
        using var transport = Transport(lines);
        using var answer = await transport.SendAsync(Get(address), CancellationToken.None);
        await answers;

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["localhost answered 503; try 2 of at most 8 in 0.0 s", "localhost answered 503; try 3 of at most 8 in 0.0 s"], lines);
    }

    private static HttpTransport Transport(List<string> lines) => new(new() { Backoff = TimeSpan.Zero, OnRepeat = lines.Add }, TimeProvider.System);

    private static HttpCall Get(string address) => new(HttpMethod.Get, new Uri(address), Repeat.Always);

    private static string Listen(HttpListener server)
    {
        for (var port = 20_000 + Random.Shared.Next(20_000); ; port++)
        {
            try
            {
                server.Prefixes.Clear();
                server.Prefixes.Add($"http://localhost:{port}/");
                server.Start();
                return $"http://localhost:{port}/";
            }
            catch (HttpListenerException)
            {
                // Taken by another program.
            }
        }
    }
}
