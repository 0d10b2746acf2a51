using System.Globalization;
using System.Text;

namespace ModelOps.Abstractions.Text.Unicode;

/// <summary>Tells texts that people take for one another.</summary>
/// <remarks>In the manner of Unicode Technical Standard 39, with the part of its table that has letters, digits and punctuation which look like ASCII ones.</remarks>
internal static class LookAlikes
{
    private static readonly Lazy<Dictionary<int, string>> Shapes = new(Read);

    /// <summary>Whether two different texts look alike, as they are or in lower case.</summary>
    public static bool AreAlike(string one, string other) =>
        ShapeOf(one) == ShapeOf(other) || ShapeOf(one.ToLowerInvariant()) == ShapeOf(other.ToLowerInvariant());

    /// <summary>A word, letters and marks without anything between them, that mixes Latin letters with Cyrillic or Greek ones; null when there is none.</summary>
    public static string? FindMixedWord(string text)
    {
        var word = new StringBuilder();
        var scripts = Scripts.None;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || ScriptRanges.IsMark(rune.Value))
            {
                word.Append(rune.ToString());
                scripts |= ScriptRanges.Of(rune.Value);
                continue;
            }

            if (ScriptRanges.AreMixed(scripts))
            {
                return word.ToString();
            }

            word.Clear();
            scripts = Scripts.None;
        }

        return ScriptRanges.AreMixed(scripts) ? word.ToString() : null;
    }

    /// <summary>What a text looks like: equal for texts that look alike.</summary>
    internal static string ShapeOf(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var rune in Nfc.Of(text).EnumerateRunes())
        {
            shape.Append(ShapeOf(rune));
        }

        return Nfc.Of(shape.ToString()).Trim(' ');
    }

    private static string ShapeOf(Rune rune) => rune.Value switch
    {
        // Selectors and fillers that show nothing of their own; full-width forms of ASCII; spaces of any width.
        0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => "",
        >= 0xFF01 and <= 0xFF5E => ShapeOf(new Rune(rune.Value - 0xFEE0)),
        _ when Shapes.Value.TryGetValue(rune.Value, out var shape) => shape,
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator => " ",
        _ => rune.ToString(),
    };

    private static Dictionary<int, string> Read()
    {
        var shapes = new Dictionary<int, string>();
        foreach (var words in DataLines.Read("LookAlikes.txt"))
        {
            foreach (var point in words.Skip(1))
            {
                shapes[DataLines.Point(point)] = words[0];
            }
        }

        return shapes;
    }
}
