using ModelOps.Abstractions.Text;

namespace ModelOps.Http.Credentials;

/// <summary>
/// Texts that no message may show, also in the forms in which a server would repeat them. Grows whenever a token is minted, and tells the build host of
/// each. Thread-safe.
/// </summary>
/// <param name="mask">Tells the build host of a secret; called once for each, before it is used.</param>
internal sealed class SecretTexts(Action<string> mask)
{
    // Shorter texts occur by chance everywhere: hiding them hides the message, and tells what they are.
    private const int MinLength = 4;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private volatile string[] _forms = [];

    /// <summary>Adds a secret. It is hidden, and known to the host, when this returns.</summary>
    public void Add(string secret)
    {
        lock (_gate)
        {
            if (secret.Length == 0 || !_known.Add(secret))
            {
                return;
            }

            // The longest first, so that a part of a secret does not break up the whole. Capitals are not compared: every hexadecimal digit of an escape
            // may be either.
            _forms = [.. _forms.Concat(SecretForms.Of(secret)).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(form => form.Length)];
            mask(secret);
        }
    }

    /// <summary>A text without the secrets.</summary>
    public string Hide(string text) => SecretSearch.Hide(text, _forms, StringComparison.OrdinalIgnoreCase);

    /// <summary>The beginning of a longer text without the secrets, and without the beginning of one at its end.</summary>
    public string HideCut(string text)
    {
        var begun = _forms.Select(form => BegunAtEnd(text, form)).DefaultIfEmpty().Max();
        return begun == 0 ? Hide(text) : Hide(text[..^begun]) + SecretSearch.Hidden;
    }

    // How much of a form stands at the end of a text without the rest of it.
    private static int BegunAtEnd(string text, string form)
    {
        for (var length = Math.Min(form.Length - 1, text.Length); length >= MinLength; length--)
        {
            if (text.AsSpan().EndsWith(form.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
            {
                return length;
            }
        }

        return 0;
    }
}
