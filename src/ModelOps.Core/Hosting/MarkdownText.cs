using System.Text;

namespace ModelOps.Core.Hosting;

/// <summary>
/// Makes text of unknown origin plain text in GitHub's Markdown: no HTML, link, image, emphasis or table cell of its own.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()#+-.!|~:@";

    /// <summary>The text, escaped, on one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in LogText.Clean(text))
        {
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when Special.Contains(letter, StringComparison.Ordinal) => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
