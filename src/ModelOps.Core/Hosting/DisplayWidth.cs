using System.Globalization;
using System.Text;

namespace ModelOps.Core.Hosting;

/// <summary>How many columns of a terminal a text takes: East Asian letters and pictures take two, marks on a letter none.</summary>
internal static class DisplayWidth
{
    private const char Ellipsis = '…';

    // Blocks that terminals draw two columns wide (Unicode, East Asian Width).
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
        (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Columns of a text.</summary>
    public static int Of(string text) => text.All(char.IsAscii) ? text.Length : text.EnumerateRunes().Sum(Of);

    /// <summary>The text, or its beginning and an ellipsis where it takes more columns.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width && Of(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > width - 1)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.Append(Ellipsis).ToString();
    }

    private static int Of(Rune rune) => rune.IsAscii ? 1
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
        : Array.Exists(Wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;
}
