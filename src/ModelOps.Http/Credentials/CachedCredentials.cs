using System.Collections.Concurrent;
using System.Net.Http.Headers;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Http.Credentials;

/// <summary>Tokens of a source, kept by audience until shortly before they expire.</summary>
/// <param name="source">Gives out tokens.</param>
/// <param name="secrets">Takes every token before it is used for the first time.</param>
/// <param name="time">The clock.</param>
internal sealed class CachedCredentials(ITokenSource source, SecretTexts secrets, TimeProvider time) : ICredentials, IDisposable
{
    private readonly ConcurrentDictionary<string, AudienceToken> _tokens = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _life = new();

    /// <inheritdoc />
    public async ValueTask<AuthenticationHeaderValue?> GetAsync(string audience, bool forceRefresh, CancellationToken cancellationToken)
    {
        var token = _tokens.GetOrAdd(audience, name => new(() => MintAsync(name, _life.Token), time));
        return await token.GetAsync(forceRefresh, cancellationToken);
    }

    /// <summary>Gives up what is being minted.</summary>
    public void Dispose()
    {
        if (!_life.IsCancellationRequested)
        {
            _life.Cancel();
            _life.Dispose();
        }
    }

    private async Task<UsableToken> MintAsync(string audience, CancellationToken life)
    {
        MintedToken token;
        try
        {
            token = await source.MintAsync(audience, life);
        }
        catch (Exception exception) when (exception is not ModelOpsException && !life.IsCancellationRequested)
        {
            // Without its cause: what a debugger shows of it, nobody has looked through for secrets.
            throw NoToken(audience, secrets.Hide(exception.Message).TrimEnd('.'));
        }

        secrets.Add(token.Text);
        return HeaderText.IsToken(token.Text)
            ? UsableToken.Of(token, time.GetUtcNow())
            : throw NoToken(audience, "what was given out as one is empty or has a blank, a line break or another character that no header can carry");
    }

    private static ModelOpsException NoToken(string audience, string problem) => new(
        ExitCode.RemoteFailure,
        CredentialDiagnostics.NoToken.At($"There is no token{(audience.Length == 0 ? "" : $" for '{audience}'")}: {problem}."));
}
