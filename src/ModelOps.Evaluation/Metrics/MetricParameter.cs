using System.Globalization;

namespace ModelOps.Evaluation.Metrics;

/// <summary>The parameter of a metric.</summary>
/// <param name="Expected">What it has to be, such as <c>a number above 0</c>.</param>
/// <param name="Example">An example.</param>
/// <param name="Default">Its value where a name has none; null when a name needs one.</param>
/// <param name="IsValid">Whether a number is one.</param>
internal sealed record MetricParameter(string Expected, string Example, double? Default, Func<double, bool> IsValid)
{
    public static readonly MetricParameter Beta = new("a number above 0 and up to 1000", "2", null, beta => beta is > 0 and <= 1000);

    public static readonly MetricParameter Alpha = new("a number between 0 and 1, both left out", "0.9", null, alpha => alpha is > 0 and < 1);

    public static readonly MetricParameter Bins = new("a whole number from 2 to 1000", "15", 10, bins => bins is >= 2 and <= 1000 && double.IsInteger(bins));

    public static readonly MetricParameter Places = new("a whole number from 1 to 1000000", "10", int.MaxValue, places => places is >= 1 and <= 1_000_000 && double.IsInteger(places));

    /// <summary>Reads a parameter.</summary>
    /// <returns>Null when the text is none.</returns>
    public double? Read(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && IsValid(number) ? number : null;
}
