using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http.Credentials;

namespace ModelOps.Core.Tests.Http;

public sealed class FailedMintTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly List<string> _masked = [];
    private readonly TokenMint _mint;
    private readonly CachedCredentials _credentials;

    public FailedMintTests()
    {
        _mint = new(_time);
        _credentials = new(_mint, new(_masked.Add), _time);
    }

    public void Dispose() => _credentials.Dispose();

    [Fact]
    public async Task An_early_refresh_that_fails_leaves_the_token_that_is_valid()
    {
        await GetAsync();
        _time.Advance(3_301);
        _mint.Failure = new IOException("no route");
        Assert.Equal("a-canary-1", await GetAsync());
        // Not every call asks again.
        _time.Advance(29);
        Assert.Equal("a-canary-1", await GetAsync());
        Assert.Equal(2, _mint.Asked.Count);
        _time.Advance(1);
        Assert.Equal("a-canary-1", await GetAsync());
        Assert.Equal(3, _mint.Asked.Count);
        _mint.Failure = null;
        _time.Advance(30);
        Assert.Equal("a-canary-4", await GetAsync());
    }

    [Fact]
    public async Task Without_a_valid_token_the_failure_is_told_and_the_next_call_asks_again()
    {
        await GetAsync();
        _time.Advance(3_601);
        _mint.Failure = new IOException("no route.");
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => GetAsync());
        Assert.Equal((ExitCode.RemoteFailure, "MOP2104"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains("There is no token for 'a': no route.", failure.Message, StringComparison.Ordinal);
        _mint.Failure = null;
        Assert.Equal("a-canary-3", await GetAsync());
    }

    [Fact]
    public async Task A_refused_token_that_cannot_be_replaced_is_a_failure()
    {
        await GetAsync();
        _time.Advance(60);
        _mint.Failure = new TimeoutException("Nothing came");
        Assert.Equal("MOP2104", (await Assert.ThrowsAsync<ModelOpsException>(() => GetAsync(forceRefresh: true))).Diagnostics[0].Code);
    }

    [Fact]
    public async Task The_words_of_a_source_stay_as_they_are()
    {
        _mint.Failure = new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Missing.At("AZURE_TENANT_ID is not set."));
        Assert.Same(_mint.Failure, await Assert.ThrowsAsync<ModelOpsException>(() => GetAsync()));
    }

    [Fact]
    public async Task A_failure_that_repeats_a_token_does_not_show_it()
    {
        await GetAsync();
        _time.Advance(3_601);
        _mint.Failure = new HttpRequestException("refused: a-canary-1", new IOException("a-canary-1"));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => GetAsync());
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("qzx-token x")]
    [InlineData("qzx-token\nX-Other: 1")]
    [InlineData("qzx-token\r\n\r\nGET /")]
    [InlineData("qzx-tökén")]
    [InlineData("qzx-token\u007f")]
    public async Task What_no_header_can_carry_is_no_token_and_is_not_shown(string text)
    {
        _mint.Text = text;
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => GetAsync());
        Assert.Equal((ExitCode.RemoteFailure, "MOP2104"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.DoesNotContain("qzx", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(text.Length > 0, _masked.Contains(text));
    }

    [Fact]
    public async Task Every_token_is_masked_before_anybody_has_it()
    {
        Assert.Contains(await GetAsync(), _masked);
        _time.Advance(60);
        Assert.Contains((await _credentials.GetAsync("b", forceRefresh: true, CancellationToken.None))!.Parameter, _masked);
        Assert.Equal(["a-canary-1", "b-canary-2"], _masked);
    }

    private async Task<string> GetAsync(bool forceRefresh = false) =>
        (await _credentials.GetAsync("a", forceRefresh, CancellationToken.None))!.Parameter!;
}
