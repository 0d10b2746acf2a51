using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Http.Credentials;

/// <summary>
/// Gets new tokens from whoever gives them out. <see cref="CachedCredentials"/> decides when. An attempt has an end of its own: calls wait for it.
/// </summary>
internal interface ITokenSource
{
    /// <summary>Gets a new token, never one that was given out before.</summary>
    /// <param name="audience">Whom the token is for; empty for the server itself.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelOpsException">There is none; the message says why, without a secret.</exception>
    Task<MintedToken> MintAsync(string audience, CancellationToken cancellationToken);
}
