namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Quoted text in a filter: a quote in it is doubled, or follows a backslash; both stay part of the text.</summary>
internal static class Quotes
{
    /// <summary>Where quoted text ends, exclusive; null when its quote is never closed.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="start">Where the quote opens.</param>
    public static int? End(string text, int start)
    {
        var quote = text[start];
        int? lastInside = null;
        var at = start + 1;
        while (at < text.Length)
        {
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (text[at] == quote && next != quote)
            {
                return at + 1;
            }

            if (text[at] == quote)
            {
                lastInside = at + 1;
                at++;
            }
            else if (text[at] == '\\' && next == quote && quote != '`')
            {
                lastInside = at + 2;
                at++;
            }

            at++;
        }

        // A quote that could have been inside is taken as the end after all.
        return lastInside;
    }

    /// <summary>Text without the quotes around it; null when it has none.</summary>
    public static string? Strip(string text, params ReadOnlySpan<char> quotes) =>
        text.Length >= 2 && text[0] == text[^1] && quotes.Contains(text[0]) ? text[1..^1] : null;
}
