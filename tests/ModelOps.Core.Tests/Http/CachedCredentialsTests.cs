using ModelOps.Http.Credentials;

namespace ModelOps.Core.Tests.Http;

public sealed class CachedCredentialsTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly TokenMint _mint;
    private readonly CachedCredentials _credentials;

    public CachedCredentialsTests()
    {
        _mint = new(_time);
        _credentials = new(_mint, new(_ => { }), _time);
    }

    public void Dispose() => _credentials.Dispose();

    [Fact]
    public async Task However_many_calls_ask_at_once_one_token_is_minted()
    {
        _mint.Gate = new();
        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(() => GetAsync())).ToList();
        await _mint.AskedAsync(1);
        _mint.Gate.SetResult();
        Assert.All(await Task.WhenAll(calls), token => Assert.Equal("a-canary-1", token));
        Assert.Single(_mint.Asked);
    }

    [Theory]
    [InlineData(86_400, 86_100)]
    [InlineData(3_600, 3_300)]
    [InlineData(60, 48)]
    [InlineData(11, 8.8)]
    [InlineData(1, 8)]
    [InlineData(-600, 8)]
    public async Task A_token_is_used_until_shortly_before_it_expires_and_never_for_one_call_only(double lifetime, double refreshedAt)
    {
        _mint.Lifetime = TimeSpan.FromSeconds(lifetime);
        Assert.Equal("a-canary-1", await GetAsync());
        _time.Advance(refreshedAt - 0.01);
        Assert.Equal("a-canary-1", await GetAsync());
        _time.Advance(0.01);
        Assert.Equal("a-canary-2", await GetAsync());
        Assert.Equal("a-canary-2", await GetAsync());
    }

    [Fact]
    public async Task A_token_without_an_end_is_never_refreshed()
    {
        _mint.Lifetime = DateTimeOffset.MaxValue - _time.GetUtcNow();
        await GetAsync();
        _time.Advance(TimeSpan.FromDays(3650).TotalSeconds);
        Assert.Equal("a-canary-1", await GetAsync());
    }

    [Fact]
    public async Task Only_the_call_that_refreshes_early_waits_for_it()
    {
        await GetAsync();
        _time.Advance(3_400);
        _mint.Gate = new();
        var first = GetAsync();
        await _mint.AskedAsync(2);
        Assert.Equal("a-canary-1", await GetAsync());
        _mint.Gate.SetResult();
        Assert.Equal("a-canary-2", await first);
    }

    [Fact]
    public async Task An_early_refresh_that_hangs_holds_up_no_call_for_long()
    {
        await GetAsync();
        _time.Advance(3_400);
        _mint.Gate = new();
        var first = GetAsync();
        await WaitForTimerAsync();
        _time.Advance(10);
        Assert.Equal("a-canary-1", await first);
        _time.Advance(200);
        var expired = GetAsync();
        Assert.False(expired.IsCompleted);
        _mint.Gate.SetResult();
        Assert.Equal("a-canary-2", await expired);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_although_it_has_not_expired()
    {
        await GetAsync();
        _time.Advance(60);
        Assert.Equal("a-canary-2", await GetAsync(forceRefresh: true));
        Assert.Equal("a-canary-2", await GetAsync());
    }

    [Fact]
    public async Task Refusals_in_a_burst_mint_one_token()
    {
        await GetAsync();
        _time.Advance(60);
        _mint.Gate = new();
        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(() => GetAsync(forceRefresh: true))).ToList();
        await _mint.AskedAsync(2);
        _mint.Gate.SetResult();
        Assert.All(await Task.WhenAll(calls), token => Assert.Equal("a-canary-2", token));
        // One that comes late.
        _time.Advance(9);
        Assert.Equal("a-canary-2", await GetAsync(forceRefresh: true));
        Assert.Equal(2, _mint.Asked.Count);
        _time.Advance(1);
        Assert.Equal("a-canary-3", await GetAsync(forceRefresh: true));
    }

    [Fact]
    public async Task A_refusal_waits_for_a_token_that_is_being_minted_already()
    {
        await GetAsync();
        _time.Advance(3_400);
        _mint.Gate = new();
        var early = GetAsync();
        await _mint.AskedAsync(2);
        var refused = GetAsync(forceRefresh: true);
        Assert.False(refused.IsCompleted);
        _mint.Gate.SetResult();
        Assert.Equal(["a-canary-2", "a-canary-2"], await Task.WhenAll(early, refused));
    }

    [Fact]
    public async Task Every_audience_has_a_token_of_its_own()
    {
        Assert.Equal("a-canary-1", await GetAsync());
        Assert.Equal("b-canary-2", await GetAsync("b"));
        Assert.Equal("A-canary-3", await GetAsync("A"));
        Assert.Equal(["a-canary-1", "b-canary-2"], [await GetAsync(), await GetAsync("b")]);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_takes_the_token_from_no_other()
    {
        _mint.Gate = new();
        using var impatience = new CancellationTokenSource();
        var first = GetAsync(cancellationToken: impatience.Token);
        var second = GetAsync();
        await _mint.AskedAsync(1);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _mint.Gate.SetResult();
        Assert.Equal("a-canary-1", await second);
        Assert.False(_mint.WasCancelled);
    }

    [Fact]
    public async Task A_token_that_nobody_waits_for_any_more_serves_the_next_call()
    {
        _mint.Gate = new();
        using var impatience = new CancellationTokenSource();
        var call = GetAsync(cancellationToken: impatience.Token);
        await _mint.AskedAsync(1);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        _mint.Gate.SetResult();
        Assert.Equal("a-canary-1", await GetAsync());
    }

    [Fact]
    public async Task What_is_being_minted_is_given_up_at_the_end()
    {
        _mint.Gate = new();
        var call = GetAsync();
        await _mint.AskedAsync(1);
        _credentials.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(_mint.WasCancelled);
    }

    private async Task<string> GetAsync(string audience = "a", bool forceRefresh = false, CancellationToken cancellationToken = default)
    {
        var header = await _credentials.GetAsync(audience, forceRefresh, cancellationToken);
        Assert.Equal("Bearer", header!.Scheme);
        return header.Parameter!;
    }

    private async Task WaitForTimerAsync()
    {
        for (var looks = 0; _time.Timers == 0; looks++)
        {
            Assert.True(looks < 3000, "Nobody waits.");
            await Task.Delay(10);
        }
    }
}
