using System.Buffers;
using System.Globalization;
using System.Text;

namespace ModelOps.Abstractions.Text;

/// <summary>What of a text a reader does not see: characters without a shape, control sequences of terminals, and the escapes of JSON and HTML for the former.</summary>
internal static class UnseenText
{
    private const int MaxEntityDigits = 7;

    // Without a shape though their category does not say so: Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt.
    private static readonly (int First, int Last)[] Ignorable =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Whether nothing of a text is unseen. Quick for plain text; may say no where all is seen.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny('\\', '&') && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    /// <summary>How many characters from a place on are unseen; 0 where a seen one stands.</summary>
    public static int LengthAt(string text, int index) => text[index] switch
    {
        '\u001b' => SequenceLength(text, index),
        '\\' => EscapeLength(text, index),
        '&' => EntityLength(text, index),
        _ => Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length) == OperationStatus.Done && IsUnseen(rune.Value) ? length : 0,
    };

    // Line breaks and tabs are not unseen: what they hold apart is apart.
    private static bool IsUnseen(int point) =>
        point is not ('\n' or '\r' or '\t')
        && (CharUnicodeInfo.GetUnicodeCategory(point) is UnicodeCategory.Control or UnicodeCategory.Format
            || (point > 0x34E && Ignorable.Any(range => point >= range.First && point <= range.Last)));

    // ESC [ parameters, intermediates, final: ECMA-48, 5.4.
    private static int SequenceLength(string text, int index)
    {
        var end = index + 1;
        if (end < text.Length && text[end] == '[')
        {
            end++;
            while (end < text.Length && text[end] is >= ' ' and <= '?')
            {
                end++;
            }

            end = end < text.Length && text[end] is >= '@' and <= '~' ? end + 1 : index + 1;
        }

        return end - index;
    }

    private static int EscapeLength(string text, int index)
    {
        const int Length = 6;
        return index + Length <= text.Length && text[index + 1] == 'u'
            && int.TryParse(text.AsSpan(index + 2, Length - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) && IsUnseen(point)
            ? Length
            : 0;
    }

    private static int EntityLength(string text, int index)
    {
        var isHex = index + 2 < text.Length && text[index + 2] is 'x' or 'X';
        var start = index + (isHex ? 3 : 2);
        if (start >= text.Length || text[index + 1] != '#' || text.AsSpan(start).IndexOf(';') is not (> 0 and <= MaxEntityDigits and var digits))
        {
            return 0;
        }

        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(text.AsSpan(start, digits), style, CultureInfo.InvariantCulture, out var point) && point is >= 0 and <= 0x10FFFF && IsUnseen(point)
            ? start + digits + 1 - index
            : 0;
    }
}
