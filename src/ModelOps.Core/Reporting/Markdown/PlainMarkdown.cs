using System.Buffers;
using System.Text;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Reporting.Markdown;

/// <summary>
/// Text of unknown origin in Markdown that is also read as text: a sign is escaped only where it stands for more than itself. What it lets through and what not is
/// otherwise as <see cref="MarkdownText"/> has it: no HTML, link, image, emphasis, list or table cell of its own, and nobody is mentioned.
/// </summary>
internal static class PlainMarkdown
{
    private const string Always = "\\`*[]|~";
    private static readonly SearchValues<char> PictureLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-");

    private const char End = '\n';

    /// <summary>The text, escaped, on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCell">Whether it is a cell of a table, where no heading, list or quotation begins; else it may stand anywhere in a line.</param>
    public static string Escape(string text, bool isCell = false)
    {
        var clean = LogText.Clean(text).TrimStart();
        var escaped = new StringBuilder(clean.Length + 8);
        for (var index = 0; index < clean.Length; index++)
        {
            var letter = clean[index];
            var next = At(clean, index + 1);
            _ = letter switch
            {
                '<' when char.IsAsciiLetter(next) || next is '/' or '!' or '?' or End => escaped.Append("&lt;"),
                '>' when index == 0 && !isCell => escaped.Append("&gt;"),
                '&' when char.IsAsciiLetter(next) || next is '#' or End => escaped.Append("&amp;"),
                _ when Always.Contains(letter, StringComparison.Ordinal) || IsSpecial(clean, index, next) || (!isCell && IsBlock(clean, index, next)) => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
            if (MarkdownText.Mentions(clean, index))
            {
                escaped.Append(MarkdownText.Parting);
            }
        }

        return escaped.ToString();
    }

    private static bool IsSpecial(string text, int index, char next) => text[index] switch
    {
        // Emphasis begins and ends at the edge of a word.
        '_' => !char.IsLetterOrDigit(At(text, index - 1)) || !char.IsLetterOrDigit(next),
        // The address of a page, and the name of a picture such as :name:.
        ':' => text.AsSpan(index + 1).StartsWith("//") || IsPicture(text.AsSpan(index + 1)),
        '.' => IsWww(text, index),
        '@' => !char.IsAsciiLetterOrDigit(At(text, index - 1)) || !char.IsAsciiDigit(next),
        '#' or '!' => char.IsAsciiDigit(next),
        '-' => MarkdownText.Mentions(text, index),
        _ => false,
    };

    // A heading, an item of a list, a line.
    private static bool IsBlock(string text, int index, char next) => text[index] switch
    {
        '#' => index == 0,
        '+' or '-' or '=' => index == 0 && !char.IsAsciiDigit(next),
        '.' or ')' => char.IsWhiteSpace(next) && IsNumberAtStart(text, index),
        _ => false,
    };

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : End;

    private static bool IsPicture(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(':');
        return end > 0 && rest[..end].IndexOfAnyExcept(PictureLetters) < 0;
    }

    private static bool IsNumberAtStart(string text, int index) => index > 0 && text.AsSpan(0, index).ContainsAnyExceptInRange('0', '9') is false;

    private static bool IsWww(string text, int index) => index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);
}
