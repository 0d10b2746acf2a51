using System.Text;

namespace ModelOps.Core.Hosting;

/// <summary>
/// Makes text of unknown origin plain text in GitHub's Markdown: no HTML, link, image, emphasis or table cell of its own, and nobody and
/// no issue is mentioned.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()#+-.!|~:@";

    // GitHub and Azure DevOps look for mentions in the text as it is rendered, where a backslash is gone: a space without width parts them.
    public const string Parting = "&#8203;";

    /// <summary>The text, escaped, on one line.</summary>
    public static string Escape(string text)
    {
        var clean = LogText.Clean(text);
        var escaped = new StringBuilder(clean.Length + 8);
        for (var index = 0; index < clean.Length; index++)
        {
            _ = clean[index] switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                var letter when Special.Contains(letter, StringComparison.Ordinal) => escaped.Append('\\').Append(letter),
                var letter => escaped.Append(letter),
            };
            if (Mentions(clean, index))
            {
                escaped.Append(Parting);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Whether somebody or something is mentioned from a place on.</summary>
    // @name and @team/name, but not name@alias; #12 and name#12; GH-12.
    public static bool Mentions(string text, int index)
    {
        var (before, next) = (index > 0 ? text[index - 1] : ' ', index + 1 < text.Length ? text[index + 1] : ' ');
        return text[index] switch
        {
            '@' => char.IsAsciiLetterOrDigit(next) && !IsWord(before),
            '#' => char.IsAsciiDigit(next),
            '-' => char.IsAsciiDigit(next) && index >= 2 && text.AsSpan(index - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
