using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Hosting;

/// <summary>Replaces known secrets, and the forms in which they usually leak, by <c>***</c>. Thread-safe.</summary>
public sealed class SecretRedactor
{
    private readonly Lock _gate = new();

    // The longest first, so that a part of a secret does not break up the whole.
    private volatile string[] _forms = [];

    /// <summary>Adds a secret, each of its lines, and their forms in URLs, HTML, JSON and base64.</summary>
    /// <param name="secret">The secret; fewer than four characters are not looked for.</param>
    /// <returns>The forms that are looked for from now on, without line breaks.</returns>
    public IReadOnlyList<string> Add(string secret)
    {
        var forms = SecretForms.Of(secret)
            .Concat(SecretForms.PartsOf(secret).Select(LogSafeJson.Encoder.Encode))
            .Concat(SecretForms.PartsOf(secret).SelectMany(PrintedJson.FormsOf))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        lock (_gate)
        {
            _forms = [.. _forms.Concat(forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        }

        return [.. forms.Where(form => !form.Contains('\n', StringComparison.Ordinal))];
    }

    /// <summary>The text without the secrets, also without those that characters nobody sees hold apart.</summary>
    /// <param name="text">Any text.</param>
    public string Redact(string text) => SecretSearch.Hide(text, _forms, StringComparison.Ordinal);
}
