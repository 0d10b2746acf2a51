namespace ModelOps.Core.Reporting.Curves;

/// <summary>Where almost all of some values are: a few far out do not squeeze the rest of a plot.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
internal readonly record struct TypicalRange(double Lower, double Upper)
{
    private const int MaxSample = 20_000;
    private const double Tail = 0.005;

    /// <summary>Range of all but half a percent at each end; null when there is nothing, or nothing between the ends that a plot can show.</summary>
    /// <param name="columns">Columns of values; many are judged by a sample at equal distances.</param>
    public static TypicalRange? Of(params double[][] columns)
    {
        var sample = columns.SelectMany(Sample).Order().ToArray();
        if (sample.Length == 0)
        {
            return null;
        }

        var cut = (int)(sample.Length * Tail);
        var (lower, upper) = (sample[cut], sample[^(cut + 1)]);
        return double.IsFinite(upper - lower) && upper - lower > 1e-12 * Math.Max(Math.Abs(lower), Math.Abs(upper)) ? new(lower, upper) : null;
    }

    private static IEnumerable<double> Sample(double[] values)
    {
        var step = Math.Max(1, values.Length / MaxSample);
        for (var row = 0; row < values.Length; row += step)
        {
            yield return values[row];
        }
    }
}
