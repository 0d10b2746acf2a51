using System.Globalization;
using System.Numerics;

namespace ModelOps.Abstractions.Text.Unicode;

/// <summary>Which of the scripts that look like one another a letter belongs to.</summary>
internal static class ScriptRanges
{
    /// <summary>The script of a letter.</summary>
    public static Scripts Of(int point) => point switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and <= 0x2AF) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F)
            or (>= 0xA722 and <= 0xA7FF) or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) => Scripts.Latin,
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => Scripts.Greek,
        (>= 0x400 and <= 0x52F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF) or (>= 0xA640 and <= 0xA69F) => Scripts.Cyrillic,
        _ => Scripts.None,
    };

    /// <summary>Whether there is more than one.</summary>
    public static bool AreMixed(Scripts scripts) => BitOperations.PopCount((uint)scripts) > 1;

    /// <summary>Whether a code point only adds to the letter before it.</summary>
    public static bool IsMark(int point) => CharUnicodeInfo.GetUnicodeCategory(point) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
