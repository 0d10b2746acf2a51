using System.Globalization;

namespace ModelOps.Core.Reporting.Plots;

/// <summary>Turns values into places of a plot.</summary>
/// <param name="Min">First value.</param>
/// <param name="Max">Last value, above the first.</param>
/// <param name="From">Place of the first value.</param>
/// <param name="To">Place of the last value.</param>
internal sealed record AxisScale(double Min, double Max, double From, double To)
{
    // What a tick with its text needs.
    private const double TickWidth = 50;

    // Differences of larger values are no numbers.
    private const double MaxSize = 1e300;

    private double Step => NiceNumber.Step(Max - Min, (int)Math.Clamp(Math.Abs(To - From) / TickWidth, 2, 6));

    /// <summary>A scale that holds some values, with room at its ends.</summary>
    public static AxisScale Around(IEnumerable<double> values, double from, double to)
    {
        var finite = values.Where(value => Math.Abs(value) < MaxSize).DefaultIfEmpty(0).ToArray();
        var (min, max) = (finite.Min(), finite.Max());
        var room = max - min is > 0 and < double.PositiveInfinity and var span ? 0.06 * span : Math.Max(Math.Abs(max) * 0.1, 1e-6);
        return new(min - room, max + room, from, to);
    }

    /// <summary>Place of a value, within the plot.</summary>
    public double At(double value) => From + (Math.Clamp((value - Min) / (Max - Min), 0, 1) * (To - From));

    /// <summary>Round values along the axis.</summary>
    public IEnumerable<double> Ticks()
    {
        var step = Step;
        for (var tick = Math.Ceiling(Min / step - 1e-9); tick * step <= Max + (1e-9 * step); tick++)
        {
            // A sum of steps would end beside zero; adding zero turns -0 into 0.
            yield return (tick * step) + 0.0;
        }
    }

    /// <summary>Text of a tick, with the digits that its step needs.</summary>
    public string TextOf(double tick)
    {
        var digits = -(int)Math.Floor(Math.Log10(Step) + 1e-9);
        return Math.Max(Math.Abs(Min), Math.Abs(Max)) >= 1e6 || digits > 5
            ? tick.ToString("0.##e0", CultureInfo.InvariantCulture)
            : tick.ToString($"F{Math.Max(0, digits)}", CultureInfo.InvariantCulture);
    }
}
