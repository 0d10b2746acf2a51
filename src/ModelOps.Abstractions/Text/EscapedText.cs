using System.Globalization;

namespace ModelOps.Abstractions.Text;

/// <summary>
/// Escapes of URLs, HTML and JSON, read as what they stand for. Which characters are escaped is up to whoever writes, so that no list of forms has all mixtures.
/// </summary>
internal static class EscapedText
{
    private const int MaxEntity = 8;

    /// <summary>Whether a text may hold escapes. Quick.</summary>
    public static bool MayHoldAny(string text) => text.AsSpan().ContainsAny('\\', '&', '%');

    /// <summary>Reads an escape of one character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where it would begin.</param>
    /// <param name="letter">What it stands for.</param>
    /// <returns>Its length; 0 where none stands.</returns>
    public static int Read(string text, int index, out char letter)
    {
        letter = '\0';
        return text[index] switch
        {
            '%' => ReadHex(text, index + 1, digits: 2, out letter) && letter < 0x80 ? 3 : 0,
            '\\' when index + 1 < text.Length && text[index + 1] == 'u' => ReadHex(text, index + 2, digits: 4, out letter) ? 6 : 0,
            '\\' when index + 1 < text.Length && text[index + 1] is '/' or '"' or '\\' => Take(text[index + 1], 2, out letter),
            '&' => ReadEntity(text, index, out letter),
            _ => 0,
        };
    }

    private static int Take(char value, int length, out char letter)
    {
        letter = value;
        return length;
    }

    private static bool ReadHex(string text, int start, int digits, out char letter)
    {
        var isRead = ushort.TryParse(text.AsSpan(start, Math.Min(digits, text.Length - start)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        letter = (char)value;
        return isRead && start + digits <= text.Length;
    }

    private static int ReadEntity(string text, int index, out char letter)
    {
        letter = '\0';
        var name = text.AsSpan(index + 1, Math.Min(MaxEntity, text.Length - index - 1));
        if (name.IndexOf(';') is not (> 0 and var end))
        {
            return 0;
        }

        letter = name[..end] switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            ['#', 'x' or 'X', .. var hex] when ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) => (char)point,
            ['#', .. var number] when ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var point) => (char)point,
            _ => '\0',
        };
        return letter == '\0' ? 0 : end + 2;
    }
}
