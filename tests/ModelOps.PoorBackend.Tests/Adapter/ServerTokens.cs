using ModelOps.Http.Credentials;
using ModelOps.PoorBackend.Tests.Server;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>Tokens as the server gives them out.</summary>
internal sealed class ServerTokens(PoorTokens tokens) : ITokenSource
{
    public Task<MintedToken> MintAsync(string audience, CancellationToken cancellationToken)
    {
        var (text, expiresAt) = tokens.Mint(audience);
        return Task.FromResult(new MintedToken(text, expiresAt));
    }
}
