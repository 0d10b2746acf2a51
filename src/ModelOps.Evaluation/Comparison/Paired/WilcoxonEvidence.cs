using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>
/// Evidence of Wilcoxon's signed-rank test on the losses of rows. The effect is the Hodges-Lehmann estimate (the median of the means of all
/// pairs) of the rows whose losses differ, times their share: the difference of the mean losses where differences are symmetric, and not moved by a few
/// outliers where they are not. Its interval inverts the test (Hollander and Wolfe 1999, 3.2 and 3.3), given which rows differ.
/// Among tied sizes p jumps, so an end of the interval may lie on a margin that the test excludes.
/// </summary>
internal sealed class WilcoxonEvidence : IEffectEvidence
{
    private readonly SignedRankSample _sample;
    private readonly SignedRankSample _negated;
    private readonly double _share;

    private WilcoxonEvidence(SignedRankSample sample, double share, double alpha)
    {
        _sample = sample;
        _negated = sample.Negate();
        _share = share;
        Effect = share * (_sample.LowerMedian() - _negated.LowerMedian()) / 2;
        StandardError = (Upper(alpha) - Lower(alpha)) / (-2 * Normal.InvCDF(0, 1, alpha));
    }

    public double Effect { get; }

    public double StandardError { get; }

    /// <summary>Makes the evidence.</summary>
    /// <param name="challenger">Loss of the challenger on every row.</param>
    /// <param name="champion">Loss of the champion on every row.</param>
    /// <param name="alpha">Error probability of the test, which says over how much of the interval the standard error is taken.</param>
    /// <returns>Null when so few rows differ that no result could be below <paramref name="alpha"/>.</returns>
    public static WilcoxonEvidence? Of(double[] challenger, double[] champion, double alpha)
    {
        var differences = champion.Zip(challenger, (ofChampion, ofChallenger) => ofChampion - ofChallenger).Where(difference => difference != 0).ToArray();
        if (differences.Length == 0)
        {
            return null;
        }

        var sample = new SignedRankSample(differences);
        return sample.SmallestP < alpha ? new(sample, (double)differences.Length / challenger.Length, alpha) : null;
    }

    public double Lower(double alpha) => _share * _sample.Lower(alpha);

    public double Upper(double alpha) => 0 - (_share * _negated.Lower(alpha));

    public double PAbove(double margin) => _sample.P(margin / _share);

    public double PBelow(double margin) => _negated.P(-margin / _share);
}
