using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Hosting;

/// <summary>JSON that is printed: readable in every alphabet, and no command of a build log, whatever its texts hold.</summary>
internal static partial class PrintedJson
{
    private const string Hash = "\\u0023";

    /// <summary>Escapes what JSON asks for. What it writes goes through <see cref="Disarm"/> before it is printed.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>
    /// The document with escapes where a command of a log would begin, <c>##[</c> or <c>##vso[</c>, and for what a reader does not see. Both stand in
    /// texts only, where an escape is the same text.
    /// </summary>
    public static string Disarm(string json)
    {
        if (json.All(letter => letter is (>= ' ' and <= '~' and not '#') or '\n' or '\r') && !json.Contains("\\uD", StringComparison.Ordinal))
        {
            return json;
        }

        var text = new StringBuilder(json.Length);
        var isAfterHash = false;
        foreach (var rune in PairsAsLetters(json).EnumerateRunes())
        {
            var isHash = rune.Value == '#';
            text.Append(isHash && isAfterHash ? Hash : IsUnseen(rune) ? Escape(rune) : rune.ToString());
            isAfterHash = isHash;
        }

        return text.ToString();
    }

    /// <summary>The forms that a text takes in such a document, by what stands before it.</summary>
    public static IEnumerable<string> FormsOf(string text)
    {
        var form = Disarm(Encoder.Encode(text));
        return form.StartsWith('#') ? [form, Hash + form[1..]] : [form];
    }

    // The encoder escapes every letter beyond the first plane; a backslash that is a text's own is part of another match.
    private static string PairsAsLetters(string json) => json.Contains("\\uD", StringComparison.Ordinal)
        ? Escapes().Replace(json, match => match.Groups[1].Success ? $"{Unit(match.Groups[1])}{Unit(match.Groups[2])}" : match.Value)
        : json;

    private static char Unit(Group digits) => (char)int.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\u(D[89AB][0-9A-F]{2})\\u(D[C-F][0-9A-F]{2})|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();

    private static bool IsUnseen(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Escape(Rune rune) => string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:X4}"));
}
