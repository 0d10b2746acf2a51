namespace ModelOps.Core.Reporting;

/// <summary>Round numbers for axes and bins: 1, 2 or 5 times a power of ten (Heckbert, Graphics Gems, 1990).</summary>
internal static class NiceNumber
{
    /// <summary>The smallest round step that parts a span into no more than some steps.</summary>
    /// <param name="span">Span, above 0.</param>
    /// <param name="steps">Steps, 1 or more.</param>
    public static double Step(double span, int steps)
    {
        var raw = span / steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return (raw / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
