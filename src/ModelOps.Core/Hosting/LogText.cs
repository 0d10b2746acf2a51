using System.Globalization;
using System.Text;

namespace ModelOps.Core.Hosting;

/// <summary>
/// Makes text of unknown origin safe for a line of a build log: it stays one line, steers neither a terminal nor the eye, and holds no
/// logging command of GitHub Actions or Azure Pipelines.
/// </summary>
/// <remarks>
/// The runner takes <c>::name::</c> at the start of a line, whatever white space precedes it, and <c>##[name]</c> anywhere; the agent takes
/// <c>##vso[area.event]</c> anywhere. Invisible characters are removed first: they separate nothing, and a culture-sensitive search skips them.
/// </remarks>
internal static class LogText
{
    /// <summary>The text as one harmless line; line breaks become visible escapes.</summary>
    public static string Clean(string text) => Disarm(Flatten(text));

    /// <summary>The text's lines, each harmless.</summary>
    public static IEnumerable<string> CleanLines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(Clean);

    private static string Flatten(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~'))
        {
            return text;
        }

        var flat = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            flat.Append(Visible(rune));
        }

        return flat.ToString();
    }

    private static string Visible(Rune rune) => rune.Value switch
    {
        '\t' => "\t",
        '\n' => "\\n",
        '\r' => "\\r",
        0x0B => "\\v",
        0x0C => "\\f",
        0x85 => "\\u0085",
        0x2028 => "\\u2028",
        0x2029 => "\\u2029",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format => "",
        _ => rune.ToString(),
    };

    private static string Disarm(string line)
    {
        var harmless = line
            .Replace("##vso[", "##_vso[", StringComparison.OrdinalIgnoreCase)
            .Replace("##[", "##_[", StringComparison.Ordinal);
        var start = harmless.Length - harmless.AsSpan().TrimStart().Length;
        return harmless.AsSpan(start).StartsWith("::", StringComparison.Ordinal) ? harmless.Insert(start + 1, "_") : harmless;
    }
}
