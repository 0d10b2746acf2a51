using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Spans of time as protocol buffers' JSON form writes them, kept in milliseconds.</summary>
internal static partial class WireDuration
{
    private const int Thousand = 1000;

    /// <summary>Reads a duration; null when it is none. What is finer than a millisecond is cut.</summary>
    public static long? Parse(string? text)
    {
        if (text is null || Pattern().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var whole = long.Parse(found.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture) * Thousand;
        var fraction = found.Groups["fraction"].Value.PadRight(3, '0')[..3];
        var length = whole + long.Parse(fraction, CultureInfo.InvariantCulture);
        return text[0] == '-' ? -length : length;
    }

    /// <summary>A duration as text, with no fraction or three digits of one.</summary>
    public static string Format(long milliseconds)
    {
        var (whole, fraction) = Math.DivRem(milliseconds, Thousand);
        var sign = milliseconds < 0 && whole == 0 ? "-" : "";
        return fraction == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{whole}s")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{Math.Abs(fraction):000}s");
    }

    [GeneratedRegex(@"^-?(?<whole>[0-9]{1,12})(?:\.(?<fraction>[0-9]{1,9}))?s$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
