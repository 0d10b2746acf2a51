using System.Collections.Concurrent;

namespace ModelOps.PoorBackend.Tests.Server;

/// <summary>Tokens of the server: each for one audience, and none for long.</summary>
internal sealed class PoorTokens(TimeProvider time)
{
    public const string Api = "https://poor.test/api";
    public const string Storage = "https://poor.test/storage";

    // In requests, by the clock of this server: many more than one call can be late on a busy machine.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(200);

    // The API takes its tokens back earlier than it says, so that calls are refused in the middle; the storage keeps its word.
    private static readonly TimeSpan RealLifetimeOfApi = TimeSpan.FromSeconds(100);

    private readonly ConcurrentDictionary<string, (string Audience, DateTimeOffset End)> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _refused = new(StringComparer.Ordinal);

    /// <summary>All tokens that were given out.</summary>
    public IReadOnlyCollection<string> All => [.. _tokens.Keys];

    /// <summary>Number of tokens that were given out for an audience.</summary>
    public int Minted(string audience) => _tokens.Values.Count(token => token.Audience == audience);

    /// <summary>Number of calls that were refused because the token of an audience had expired.</summary>
    public int Refused(string audience) => _refused.GetValueOrDefault(audience);

    public (string Text, DateTimeOffset ExpiresAt) Mint(string audience)
    {
        if (audience is not (Api or Storage))
        {
            throw new InvalidOperationException($"Nobody gives out tokens for '{audience}'.");
        }

        var now = time.GetUtcNow();
        var text = $"minted-{Guid.NewGuid():N}";
        _tokens[text] = (audience, now + (audience == Api ? RealLifetimeOfApi : Lifetime));
        return (text, now + Lifetime);
    }

    /// <summary>Whether a header lets a call in.</summary>
    /// <exception cref="PoorFault">It carries no token, or one of another audience: a client that is right never does that.</exception>
    public bool LetIn(string header, string audience)
    {
        const string Scheme = "Bearer ";
        if (!header.StartsWith(Scheme, StringComparison.Ordinal) || !_tokens.TryGetValue(header[Scheme.Length..], out var token))
        {
            throw PoorFault.Violation("NO_TOKEN", $"There is no token in '{header}'.");
        }

        if (token.Audience != audience)
        {
            throw PoorFault.Violation("WRONG_AUDIENCE", $"The token is for {token.Audience}, the call is to {audience}.");
        }

        var isValid = time.GetUtcNow() < token.End;
        if (!isValid)
        {
            _refused.AddOrUpdate(audience, 1, (_, count) => count + 1);
        }

        return isValid;
    }
}
