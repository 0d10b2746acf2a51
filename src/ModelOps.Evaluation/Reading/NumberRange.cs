using System.Globalization;

namespace ModelOps.Evaluation.Reading;

/// <summary>Which numbers a column may hold.</summary>
/// <param name="Lowest">Smallest number.</param>
/// <param name="Highest">Largest number.</param>
/// <param name="Expected">The range for a message.</param>
internal sealed record NumberRange(double Lowest, double Highest, string Expected)
{
    public static NumberRange Finite { get; } = new(double.MinValue, double.MaxValue, "a finite number");

    public static NumberRange NotNegative { get; } = new(0, double.MaxValue, "a finite number of 0 or more");

    /// <summary>A sum of floating point numbers may miss 0 or 1 by its rounding.</summary>
    public static NumberRange Probability { get; } = new(0, 1, "a probability from 0 to 1") { Slack = 1e-6 };

    /// <summary>How far outside a number is still taken for the nearest end.</summary>
    public double Slack { get; private init; }

    /// <summary>Reads a number of the range, whatever the culture of the machine.</summary>
    public bool TryParse(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Has(ref value);

    private bool Has(ref double value)
    {
        if (!(value >= Lowest - Slack && value <= Highest + Slack))
        {
            return false;
        }

        value = Math.Clamp(value, Lowest, Highest);
        return true;
    }
}
