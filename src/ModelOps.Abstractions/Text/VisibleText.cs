using System.Buffers;
using System.Globalization;
using System.Text;

namespace ModelOps.Abstractions.Text;

/// <summary>Writes what cannot be seen, or could be taken for something else, as code points: <c>chu&lt;U+200B&gt;rn</c>.</summary>
internal static class VisibleText
{
    /// <summary>The text with control, format and separating characters and halves of surrogate pairs as code points.</summary>
    public static string Of(string text) => Write(text, IsHidden);

    /// <summary>The text with all that is not ASCII as code points.</summary>
    public static string OfAscii(string text) => Write(text, point => point is < ' ' or > '~');

    /// <summary>The name of a code point.</summary>
    public static string Name(int point) => $"U+{point.ToString("X4", CultureInfo.InvariantCulture)}";

    /// <summary>The code points of a text, also of one that is not well-formed.</summary>
    public static IEnumerable<int> Points(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length) == OperationStatus.Done;
            yield return isWhole ? rune.Value : text[index];
            index += length;
        }
    }

    /// <summary>Whether a code point steers, separates lines, or is no character at all.</summary>
    public static bool IsHidden(int point) => CharUnicodeInfo.GetUnicodeCategory(point) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Write(string text, Func<int, bool> isWritten)
    {
        if (!Points(text).Any(isWritten))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        foreach (var point in Points(text))
        {
            visible.Append(isWritten(point) ? $"<{Name(point)}>" : char.ConvertFromUtf32(point));
        }

        return visible.ToString();
    }
}
