using System.Globalization;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Text.Unicode;

namespace ModelOps.Abstractions.Registry;

/// <summary>Which texts name a model: what MLflow takes, without what cannot be seen.</summary>
/// <remarks>MLflow: not blank, no <c>/</c> and <c>:</c>, and no other name when it is read as a path; 256 characters are the width of its column.</remarks>
internal static class ModelNameRules
{
    public const int MaxLength = 256;

    private const string NoCharacter = "which Unicode keeps from being a character";

    /// <summary>Why a text is no name; null when it is one. No character of it that cannot be seen is in the answer.</summary>
    public static string? FindProblem(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "it is empty or blank";
        }

        var length = 0;
        foreach (var point in VisibleText.Points(text))
        {
            length++;
            if (Refusal(point) is { } reason)
            {
                return $"character {length} is {VisibleText.Name(point)}, {reason}";
            }
        }

        return length > MaxLength ? $"it has {length} characters"
            : text.Length > MaxLength / 4 && VisibleText.Points(Nfc.Of(text)).Count() > MaxLength ? "it is too long in Normalization Form C, in which new models are named"
            : text == "." || text.StartsWith("..", StringComparison.Ordinal) ? "read as a path it would name another directory"
            : null;
    }

    private static string? Refusal(int point) => point switch
    {
        '/' or ':' => "which MLflow refuses",
        0x200C or 0x200D => "a joiner, which cannot be seen; write the name without it",
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "which turns the direction of the text",
        (>= 0xFDD0 and <= 0xFDEF) => NoCharacter,
        _ when (point & 0xFFFE) == 0xFFFE => NoCharacter,
        _ => CharUnicodeInfo.GetUnicodeCategory(point) switch
        {
            UnicodeCategory.Control => "a control character",
            UnicodeCategory.Format => "a format character, which cannot be seen",
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "which ends a line",
            UnicodeCategory.Surrogate => "half of a surrogate pair",
            _ => null,
        },
    };
}
