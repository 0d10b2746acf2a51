using MathNet.Numerics.Distributions;

namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>
/// Wilcoxon's signed-rank test of the claim that differences lie above a value, as scipy.stats.wilcoxon with zero_method="wilcox",
/// correction=False and alternative="greater": differences equal to the value are left out, equal sizes get midranks.
/// </summary>
internal sealed class SignedRankSample
{
    private const int LargestExact = 50;
    private const int Halvings = 64;

    private readonly double[] _sorted;

    /// <summary>Makes a sample.</summary>
    /// <param name="differences">Differences, at least one.</param>
    public SignedRankSample(IEnumerable<double> differences) => _sorted = [.. differences.Order()];

    /// <summary>The smallest p that any value can have on this sample.</summary>
    public double SmallestP => P(Outside);

    private double Span => Math.Max(_sorted[^1] - _sorted[0], Math.Abs(_sorted[0]));

    private double Outside => _sorted[0] - (Span > 0 ? Span : 1);

    /// <summary>The sample with all signs turned.</summary>
    public SignedRankSample Negate() => new(_sorted.Select(value => -value));

    /// <summary>One-sided p of the claim that the differences lie above a value.</summary>
    public double P(double value)
    {
        var ranks = Rank(value);
        if (ranks.Count == 0)
        {
            return 1;
        }

        if (ranks.Count <= LargestExact && ranks.Ties == 0)
        {
            return SignedRankDistribution.AtLeast(ranks.Count, (int)ranks.Positive);
        }

        var count = (double)ranks.Count;
        var variance = ((count * (count + 1) * ((2 * count) + 1)) - (ranks.Ties / 2)) / 24;
        return Normal.CDF(0, 1, -(ranks.Positive - (count * (count + 1) / 4)) / Math.Sqrt(variance));
    }

    /// <summary>The value up to which the differences are shown to lie above, at an error probability.</summary>
    public double Lower(double alpha) => Last(value => P(value) < alpha);

    /// <summary>The value up to which the positive ranks are the larger part: half of the Hodges-Lehmann estimate, seen from below.</summary>
    public double LowerMedian() => Last(value =>
    {
        var ranks = Rank(value);
        return 4 * ranks.Positive > (double)ranks.Count * (ranks.Count + 1);
    });

    private double Last(Func<double, bool> isShown)
    {
        var (below, above) = (Outside, _sorted[^1]);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = below + ((above - below) / 2);
            (below, above) = isShown(middle) ? (middle, above) : (below, middle);
        }

        return below;
    }

    // Sorted once, the sizes left and right of a value are two sorted lists: every rank comes from one merge.
    private SignedRanks Rank(double value)
    {
        var right = Array.BinarySearch(_sorted, value);
        right = right < 0 ? ~right : right;
        var left = right - 1;
        while (left >= 0 && _sorted[left] == value)
        {
            left--;
        }

        while (right < _sorted.Length && _sorted[right] == value)
        {
            right++;
        }

        double positive = 0;
        double ties = 0;
        var ranked = 0;
        while (left >= 0 || right < _sorted.Length)
        {
            var toLeft = left >= 0 ? value - _sorted[left] : double.PositiveInfinity;
            var toRight = right < _sorted.Length ? _sorted[right] - value : double.PositiveInfinity;
            var size = Math.Min(toLeft, toRight);
            var (negatives, positives) = (0, 0);
            for (; left >= 0 && value - _sorted[left] == size; left--)
            {
                negatives++;
            }

            for (; right < _sorted.Length && _sorted[right] - value == size; right++)
            {
                positives++;
            }

            double tied = negatives + positives;
            positive += positives * (ranked + ((tied + 1) / 2));
            ties += (tied * tied * tied) - tied;
            ranked += negatives + positives;
        }

        return new(ranked, positive, ties);
    }

    private readonly record struct SignedRanks(int Count, double Positive, double Ties);
}
