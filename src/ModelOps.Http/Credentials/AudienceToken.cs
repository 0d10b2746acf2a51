using System.Net.Http.Headers;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Http.Credentials;

/// <summary>The token for one audience. However many calls ask, one is minted at a time.</summary>
/// <param name="mint">Makes a new one.</param>
/// <param name="time">The clock.</param>
internal sealed class AudienceToken(Func<Task<UsableToken>> mint, TimeProvider time)
{
    // How long a call waits for a new token while the old one would do, and how long nobody asks after it could not be had.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private UsableToken? _current;
    private Task<UsableToken>? _minting;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    /// <summary>The header that carries the token.</summary>
    /// <param name="forceRefresh">Whether the last one was refused.</param>
    /// <param name="cancellationToken">Ends the wait, not the minting: others may wait for it, too.</param>
    public async ValueTask<AuthenticationHeaderValue> GetAsync(bool forceRefresh, CancellationToken cancellationToken)
    {
        Task<UsableToken> minting;
        UsableToken? fallback;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            fallback = !forceRefresh && _current is { } known && known.IsValid(now) ? known : null;
            if (Enough(forceRefresh, fallback, now) is { } enough)
            {
                return enough.Header;
            }

            minting = _minting ??= Task.Run(MintAsync, CancellationToken.None);
        }

        if (fallback is null)
        {
            return (await minting.WaitAsync(cancellationToken)).Header;
        }

        try
        {
            return (await minting.WaitAsync(Patience, time, cancellationToken)).Header;
        }
        catch (Exception exception) when (exception is ModelOpsException or TimeoutException)
        {
            return fallback.Header;
        }
    }

    // What can be given without waiting.
    private UsableToken? Enough(bool forceRefresh, UsableToken? valid, DateTimeOffset now)
    {
        if (forceRefresh)
        {
            // Refused calls come in bursts: the first of them has seen to a new token, and one that is new and refused would be refused again.
            return _minting is null && _current is { } known && known.IsNew(now) ? known : null;
        }

        return valid is not null && (!valid.IsDue(now) || _minting is not null || now < _pausedUntil) ? valid : null;
    }

    private async Task<UsableToken> MintAsync()
    {
        try
        {
            var minted = await mint();
            lock (_gate)
            {
                (_current, _minting) = (minted, null);
            }

            return minted;
        }
        catch
        {
            lock (_gate)
            {
                (_pausedUntil, _minting) = (time.GetUtcNow() + Pause, null);
            }

            throw;
        }
    }
}
