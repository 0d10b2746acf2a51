using System.Globalization;

namespace ModelOps.Evaluation.Profiles;

/// <summary>How values of inputs are understood.</summary>
internal static class InputValue
{
    // What pandas.read_csv takes for missing by default, compared without case.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> MissingTexts = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text says that there is no value.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text) => MissingTexts.Contains(text);

    /// <summary>Reads a number; an infinite one is a number too, and belongs to an outer bin.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var digits = text.TrimStart("+-");
        value = text.StartsWith("-", StringComparison.Ordinal) ? double.NegativeInfinity : double.PositiveInfinity;
        return text.Length - digits.Length <= 1 && digits.Equals("inf", StringComparison.OrdinalIgnoreCase);
    }
}
