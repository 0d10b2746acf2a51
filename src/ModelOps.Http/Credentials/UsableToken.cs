using System.Net.Http.Headers;

namespace ModelOps.Http.Credentials;

/// <summary>A token with the times that decide on its use.</summary>
internal sealed class UsableToken
{
    /// <summary>How long a token counts as new: another one would not do better.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _mintedAt;
    private readonly DateTimeOffset _expiresAt;
    private readonly DateTimeOffset _refreshAt;

    private UsableToken(AuthenticationHeaderValue header, DateTimeOffset mintedAt, DateTimeOffset expiresAt, TimeSpan margin) =>
        (Header, _mintedAt, _expiresAt, _refreshAt) = (header, mintedAt, expiresAt, expiresAt - margin);

    /// <summary>The header that carries it.</summary>
    public AuthenticationHeaderValue Header { get; }

    /// <summary>A token that was minted now.</summary>
    public static UsableToken Of(MintedToken token, DateTimeOffset now)
    {
        // Clocks differ. One that seems to be over on arrival is tried for a moment: the server decides, and not every call mints.
        var expiresAt = token.ExpiresAt - now < NewFor ? now + NewFor : token.ExpiresAt;
        // A part of the lifetime, so that a token of a minute is not minted for every call.
        var margin = (expiresAt - now) / 5;
        return new(new("Bearer", token.Text), now, expiresAt, margin < LongestMargin ? margin : LongestMargin);
    }

    /// <summary>Whether it has not expired.</summary>
    public bool IsValid(DateTimeOffset now) => now < _expiresAt;

    /// <summary>Whether the time for a new one has come, although this one may still be valid.</summary>
    public bool IsDue(DateTimeOffset now) => now >= _refreshAt;

    /// <summary>Whether it was minted moments ago.</summary>
    public bool IsNew(DateTimeOffset now) => now - _mintedAt < NewFor;
}
