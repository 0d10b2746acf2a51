namespace ModelOps.Http.Credentials;

/// <summary>A token that was just given out.</summary>
/// <param name="text">The token.</param>
/// <param name="expiresAt">When it ends; <see cref="DateTimeOffset.MaxValue"/> when nobody says.</param>
internal sealed class MintedToken(string text, DateTimeOffset expiresAt)
{
    /// <summary>The token. No record: its text must not show in a log by chance.</summary>
    public string Text { get; } = text;

    /// <summary>When it ends.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;
}
