using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Http.Credentials;

namespace ModelOps.Core.Tests.Http;

public sealed class RenewedCallTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly TokenMint _mint;
    private readonly CachedCredentials _credentials;

    public RenewedCallTests()
    {
        _mint = new(_time);
        _credentials = new(_mint, new(_ => { }), _time);
    }

    public void Dispose() => _credentials.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_refused_call_is_sent_again_once_with_a_new_token_and_the_same_body(int retries)
    {
        await using var server = await SignInServer.StartAsync(header => header == "Bearer -canary-2");
        using var transport = Transport(retries);
        await OutdateAsync();
        var bodies = 0;
        var call = new HttpCall(HttpMethod.Post, server.Uri, Repeat.WhenNotDone)
        {
            Content = (onSent, _) =>
            {
                bodies++;
                return Task.FromResult<HttpContent>(new UploadContent(new MemoryStream("body"u8.ToArray()), 4, onSent));
            },
        };
        using var answer = await transport.SendAsync(call, CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, "welcome"), (answer.Status, Encoding.UTF8.GetString(answer.Body)));
        Assert.Equal(["Bearer -canary-1", "Bearer -canary-2"], server.Headers);
        Assert.Equal(["body", "body"], server.Bodies);
        Assert.Equal(2, bodies);
    }

    [Fact]
    public async Task A_body_that_is_read_from_the_wire_comes_with_the_new_token()
    {
        await using var server = await SignInServer.StartAsync(header => header == "Bearer -canary-2");
        using var transport = Transport();
        await OutdateAsync();
        using var answer = await transport.SendAsync(new(HttpMethod.Get, server.Uri, Repeat.Always) { Streams = true }, CancellationToken.None);
        using var reader = new StreamReader(await answer.OpenBodyAsync(length: null, CancellationToken.None));
        Assert.Equal("welcome", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_server_that_refuses_everything_is_asked_twice()
    {
        await using var server = await SignInServer.StartAsync(_ => false);
        using var transport = Transport();
        await OutdateAsync();
        using var answer = await transport.SendAsync(Get(server), CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(["Bearer -canary-1", "Bearer -canary-2"], server.Headers);
    }

    [Fact]
    public async Task A_token_that_is_new_and_refused_is_not_replaced()
    {
        await using var server = await SignInServer.StartAsync(_ => false);
        using var transport = Transport();
        using var answer = await transport.SendAsync(Get(server), CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(["Bearer -canary-1"], server.Headers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_no_refresh_changes_is_sent_once(bool isToken)
    {
        await using var server = await SignInServer.StartAsync(_ => false);
        using var transport = Transport(credentials: isToken ? StaticCredentials.Bearer("given") : StaticCredentials.None);
        using var answer = await transport.SendAsync(Get(server), CancellationToken.None);
        Assert.Equal([isToken ? "Bearer given" : null], server.Headers);
    }

    [Fact]
    public async Task Other_refusals_do_not_renew()
    {
        await using var server = await SignInServer.StartAsync((context, _) => Task.FromResult(context.Response.StatusCode = 403));
        using var transport = Transport();
        await OutdateAsync();
        using var answer = await transport.SendAsync(Get(server), CancellationToken.None);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Single(server.Headers);
    }

    [Fact]
    public async Task A_call_renews_once_over_all_of_its_tries()
    {
        var statuses = new ConcurrentQueue<int>([401, 503, 401, 401]);
        await using var server = await SignInServer.StartAsync((context, _) =>
            Task.FromResult(context.Response.StatusCode = statuses.TryDequeue(out var status) ? status : 200));
        using var transport = Transport();
        await OutdateAsync();
        _mint.Lifetime = TimeSpan.FromSeconds(-1);
        using var answer = await transport.SendAsync(Get(server), CancellationToken.None);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(["Bearer -canary-1", "Bearer -canary-2", "Bearer -canary-2"], server.Headers);
    }

    [Fact]
    public async Task A_burst_of_refused_calls_renews_once_and_all_go_through()
    {
        await using var server = await SignInServer.StartAsync(header => header == "Bearer -canary-2");
        using var transport = Transport();
        await OutdateAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            using var answer = await transport.SendAsync(Get(server), CancellationToken.None);
            Assert.True(answer.IsSuccess);
        }));
        Assert.Equal(2, _mint.Asked.Count);
    }

    [Fact]
    public async Task Calls_for_two_audiences_carry_two_tokens()
    {
        await using var server = await SignInServer.StartAsync(_ => true);
        using var transport = Transport();
        foreach (var audience in (string[])["one", "two", "one"])
        {
            (await transport.SendAsync(Get(server) with { Audience = audience }, CancellationToken.None)).Dispose();
        }

        Assert.Equal(["Bearer one-canary-1", "Bearer two-canary-2", "Bearer one-canary-1"], server.Headers);
    }

    [Fact]
    public async Task A_call_whose_token_cannot_be_had_is_not_sent()
    {
        await using var server = await SignInServer.StartAsync(_ => true);
        using var transport = Transport();
        _mint.Failure = new IOException("no route");
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => transport.SendAsync(Get(server), CancellationToken.None));
        Assert.Equal("MOP2104", failure.Diagnostics[0].Code);
        Assert.Empty(server.Headers);
        Assert.Single(_mint.Asked);
    }

    [Fact]
    public async Task A_call_is_cancelled_while_it_waits_for_its_token()
    {
        await using var server = await SignInServer.StartAsync(_ => true);
        using var transport = Transport();
        _mint.Gate = new();
        using var impatience = new CancellationTokenSource();
        var call = transport.SendAsync(Get(server), impatience.Token);
        await _mint.AskedAsync(1);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(server.Headers);
    }

    private static HttpCall Get(SignInServer server) => new(HttpMethod.Get, server.Uri, Repeat.Always);

    // A token is known that the server may have forgotten in the meantime.
    private async Task OutdateAsync()
    {
        await _credentials.GetAsync("", forceRefresh: false, CancellationToken.None);
        _time.Advance(60);
    }

    private HttpTransport Transport(int retries = 3, StaticCredentials? credentials = null) =>
        new(new() { Credentials = credentials is null ? _credentials : credentials, MaxRetries = retries, Backoff = TimeSpan.Zero }, TimeProvider.System);
}
