using System.Buffers;

namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// roc_auc_score of scikit-learn: the trapezoids under the ROC curve, which is the share of pairs of a positive and a negative row that
/// are in order, equal scores counting half (Hanley and McNeil 1982). Not defined without rows of both classes.
/// </summary>
internal sealed class RocAucKernel : IMetricKernel
{
    private readonly int[] _positives;
    private readonly int[] _negatives;
    private readonly int[] _below;
    private readonly int[] _upTo;
    private readonly double[]? _weights;

    /// <summary>Sorts the rows of both classes by rising score, and counts the negative ones below every positive one, and up to it.</summary>
    public RocAucKernel(double[] scores, Func<int, bool> isPositive, double[]? weights)
    {
        var order = ScoreOrder.Of(scores);
        var positives = order.Rows.Count(isPositive);
        _positives = new int[positives];
        _negatives = new int[scores.Length - positives];
        _below = new int[positives];
        _upTo = new int[positives];
        _weights = weights;
        var (positive, negative) = (0, 0);
        for (var group = order.Ends.Length - 1; group >= 0; group--)
        {
            var (first, below) = (positive, negative);
            foreach (var row in order.Rows.AsSpan((group == 0 ? 0 : order.Ends[group - 1])..order.Ends[group]))
            {
                if (isPositive(row))
                {
                    _positives[positive++] = row;
                }
                else
                {
                    _negatives[negative++] = row;
                }
            }

            _below.AsSpan(first..positive).Fill(below);
            _upTo.AsSpan(first..positive).Fill(negative);
        }
    }

    // Running sums of the negative rows first: then every positive row needs two of them, and no row a branch.
    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, _positives.Length + _negatives.Length);
        return _weights is null ? Unweighted(counts) : Weighted(counts, _weights);
    }

    private double Unweighted(ReadOnlySpan<byte> counts)
    {
        var sums = ArrayPool<int>.Shared.Rent(_negatives.Length + 1);
        var negatives = 0;
        for (var place = 0; place < _negatives.Length; place++)
        {
            sums[place] = negatives;
            negatives += counts[_negatives[place]];
        }

        sums[_negatives.Length] = negatives;
        long positives = 0, halves = 0;
        for (var place = 0; place < _positives.Length; place++)
        {
            long count = counts[_positives[place]];
            positives += count;
            halves += count * ((long)sums[_below[place]] + sums[_upTo[place]]);
        }

        ArrayPool<int>.Shared.Return(sums);
        return positives > 0 && negatives > 0 ? 0.5 * halves / ((double)positives * negatives) : double.NaN;
    }

    private double Weighted(ReadOnlySpan<byte> counts, double[] weights)
    {
        var sums = ArrayPool<double>.Shared.Rent(_negatives.Length + 1);
        double negatives = 0;
        for (var place = 0; place < _negatives.Length; place++)
        {
            sums[place] = negatives;
            negatives += counts[_negatives[place]] * weights[_negatives[place]];
        }

        sums[_negatives.Length] = negatives;
        double positives = 0, halves = 0;
        for (var place = 0; place < _positives.Length; place++)
        {
            var weight = counts[_positives[place]] * weights[_positives[place]];
            positives += weight;
            halves += weight * (sums[_below[place]] + sums[_upTo[place]]);
        }

        ArrayPool<double>.Shared.Return(sums);
        return positives > 0 && negatives > 0 ? Math.Clamp(0.5 * halves / (positives * negatives), 0, 1) : double.NaN;
    }
}
