using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison.Resampling;

/// <summary>
/// Lower tail of a bootstrap with bias correction and acceleration, BCa (Efron 1987; Efron and Tibshirani 1993, chapter 14). The upper tail is
/// the lower one of the negated effect.
/// </summary>
/// <param name="replicates">Effects on resamples, ascending, at least two.</param>
/// <param name="bias">Bias correction z0; not finite when all replicates are on one side of the estimate.</param>
/// <param name="acceleration">Acceleration a.</param>
internal sealed class BcaTail(double[] replicates, double bias, double acceleration)
{
    /// <summary>The smallest p: a share of the resamples below one of them cannot be told from none.</summary>
    public double SmallestP { get; } = 1.0 / (replicates.Length + 1);

    /// <summary>Lower end of the interval.</summary>
    public double Lower(double alpha) => Quantile(Level(Normal.InvCDF(0, 1, alpha)));

    /// <summary>The alpha at which <see cref="Lower"/> equals a margin: where it is smaller, the lower end is above the margin.</summary>
    public double PAbove(double margin)
    {
        var share = ShareUpTo(margin);
        if (share is 0 or 1)
        {
            return share == 0 ? SmallestP : 1;
        }

        if (!double.IsFinite(bias))
        {
            return 1;
        }

        // Inverts Level: s = t / (1 - a t) has the solution t = s / (1 + a s); where there is none, no level reaches the margin.
        var shifted = Normal.InvCDF(0, 1, share) - bias;
        var divisor = 1 + (acceleration * shifted);
        var p = divisor > 0 ? Normal.CDF(0, 1, (shifted / divisor) - bias) : shifted < 0 ? 0 : 1;
        return Math.Max(p, SmallestP);
    }

    // Without a finite bias correction nothing says where the tail is: the interval is all that was seen.
    private double Level(double z)
    {
        if (!double.IsFinite(bias))
        {
            return 0;
        }

        var shifted = bias + z;
        var divisor = 1 - (acceleration * shifted);
        return divisor > 0 ? Normal.CDF(0, 1, bias + (shifted / divisor)) : shifted < 0 ? 0 : 1;
    }

    // Linear between order statistics, as numpy's default.
    private double Quantile(double level)
    {
        var place = level * (replicates.Length - 1);
        var below = Math.Min((int)place, replicates.Length - 2);
        return replicates[below] + ((place - below) * (replicates[below + 1] - replicates[below]));
    }

    // The largest level whose quantile is not above the margin.
    private double ShareUpTo(double margin)
    {
        var count = CountUpTo(margin);
        if (count == 0 || count == replicates.Length)
        {
            return count == 0 ? 0 : 1;
        }

        var (below, above) = (replicates[count - 1], replicates[count]);
        return (count - 1 + ((margin - below) / (above - below))) / (replicates.Length - 1);
    }

    private int CountUpTo(double margin)
    {
        var (from, to) = (0, replicates.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = replicates[middle] <= margin ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
