using System.Globalization;

namespace ModelOps.Core.Suites;

/// <summary>A fraction of the data, as people write it.</summary>
internal static class SampleFraction
{
    /// <summary>What the text must be.</summary>
    public const string Expected = "a number above 0 and at most 1, such as 0.02";

    /// <summary>Environment variable by which a command is told.</summary>
    public const string Variable = "MODELOPS_SAMPLE";

    /// <summary>All of the data.</summary>
    public const string Whole = "1";

    /// <summary>Whether a text is one: digits with a point, no sign and no exponent, so that every program reads it alike.</summary>
    public static bool IsValid(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1;
}
