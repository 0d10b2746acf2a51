using System.Text;

namespace ModelOps.Abstractions.Text;

/// <summary>
/// Replaces secrets in a text, also one that unseen characters hold apart: whoever prints the text takes those away afterwards, or a reader copies the
/// secret without them.
/// </summary>
internal static class SecretSearch
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "***";

    /// <summary>The text without the secrets.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="forms">The forms of the secrets, the longest first, so that a part of a secret does not break up the whole.</param>
    /// <param name="comparison">Whether capitals count.</param>
    public static string Hide(string text, IReadOnlyList<string> forms, StringComparison comparison)
    {
        var hidden = forms.Aggregate(text, (current, form) => current.Replace(form, Hidden, comparison));
        if (forms.Count == 0)
        {
            return hidden;
        }

        hidden = UnseenText.IsPlain(hidden) ? hidden : HideApart(hidden, forms, comparison, readsEscapes: false);
        return EscapedText.MayHoldAny(hidden) ? HideApart(hidden, forms, comparison, readsEscapes: true) : hidden;
    }

    private static string HideApart(string text, IReadOnlyList<string> forms, StringComparison comparison, bool readsEscapes)
    {
        var seen = new StringBuilder(text.Length);
        var places = new List<(int First, int Last)>(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (UnseenText.LengthAt(text, index) is > 0 and var length)
            {
                index += length;
                continue;
            }

            var letter = text[index];
            var read = 1;
            if (readsEscapes && EscapedText.Read(text, index, out var meant) is > 0 and var escape)
            {
                (letter, read) = (meant, escape);
            }

            seen.Append(letter);
            places.Add((index, index + read - 1));
            index += read;
        }

        return seen.Length == text.Length ? text : Replace(text, Find(seen.ToString(), places, forms, comparison));
    }

    // Where secrets stand in the text, from the first character to the last.
    private static IEnumerable<(int First, int Last)> Find(string seen, List<(int First, int Last)> places, IReadOnlyList<string> forms, StringComparison comparison)
    {
        foreach (var form in forms)
        {
            for (var at = seen.IndexOf(form, comparison); at >= 0; at = seen.IndexOf(form, at + 1, comparison))
            {
                yield return (places[at].First, places[at + form.Length - 1].Last);
            }
        }
    }

    private static string Replace(string text, IEnumerable<(int First, int Last)> found)
    {
        var hidden = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (first, last) in found.OrderBy(range => range.First))
        {
            if (first >= done)
            {
                hidden.Append(text, done, first - done).Append(Hidden);
            }

            done = Math.Max(done, last + 1);
        }

        return hidden.Append(text, done, text.Length - done).ToString();
    }
}
