using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison.Resampling;

/// <summary>
/// Levels of a bootstrap of few units. Resamples of n units vary by (n - 1) / n as much as samples do, and a normal tail ignores that their
/// spread is an estimate; so the tail of level z is taken at root(n / (n - 1)) t, of n - 1 degrees of freedom (the expanded
/// percentile interval of Hesterberg 2015, The American Statistician 69:371-386; <c>expand</c> of CI.bca in his R package resample).
/// </summary>
/// <param name="units">Number of units that were drawn, at least two.</param>
internal readonly struct SmallSample(int units)
{
    // Beyond, the level of 5 % moves by less than 1 in 10 000.
    private const int Large = 10_000;

    private readonly double _root = Math.Sqrt(units / (units - 1.0));

    /// <summary>Level at which the resamples have to be read.</summary>
    public double Expand(double alpha) => units > Large ? alpha : Normal.CDF(0, 1, _root * StudentT.InvCDF(0, 1, units - 1, alpha));

    /// <summary>The alpha that is read at a level.</summary>
    public double Restore(double level) =>
        units > Large || level is 0 or 1 ? level : StudentT.CDF(0, 1, units - 1, Normal.InvCDF(0, 1, level) / _root);
}
