namespace ModelOps.Integration.Tests.Reports;

/// <summary>One browser for all pages of a class; none where it is missing and all tests are skipped.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Chromium? _browser;

    internal Chromium Browser => _browser!;

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is null)
        {
            using var limit = new CancellationTokenSource(Patience);
            _browser = await Chromium.StartAsync(limit.Token);
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }
}
