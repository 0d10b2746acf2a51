using System.Globalization;

namespace ModelOps.Core.Suites.Results;

/// <summary>Reads durations as test runners write them; what cannot be one counts as 0.</summary>
internal static class TestSeconds
{
    private const double Longest = 366 * 86_400.0;

    /// <summary>Seconds with a point; surefire also groups thousands by commas.</summary>
    public static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var seconds) ? Sane(seconds) : 0;

    /// <summary>Hours, minutes and seconds, as TRX has them.</summary>
    public static double ParseClock(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? Sane(time.TotalSeconds) : 0;

    private static double Sane(double seconds) => seconds is > 0 and <= Longest ? seconds : 0;
}
