namespace ModelOps.Core.Evaluation.Metrics.Kernels;

/// <summary>
/// roc_auc_score of scikit-learn: the trapezoids under the ROC curve, which is the share of pairs of a positive and a negative row that
/// are in order, equal scores counting half (Hanley and McNeil 1982). Not defined without rows of both classes.
/// </summary>
internal sealed class RocAucKernel : IMetricKernel
{
    private readonly RankedRows _ranked;
    private readonly (int Start, int End)[] _mixed;

    /// <summary>Sorts the rows.</summary>
    public RocAucKernel(double[] scores, Func<int, bool> isPositive, double[]? weights)
    {
        _ranked = RankedRows.Of(scores, isPositive, weights);
        _mixed = [.. Groups(_ranked.Ends).Where(group => IsMixed(_ranked.Rows, group.Start, group.End))];
    }

    // Within a group positive rows come first, so the pass over all rows counts its pairs in full; half of them is taken off again. So
    // there is no branch on groups, of which continuous scores have as many as rows.
    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, _ranked.Rows.Length);
        return _ranked.Weights is { } weights ? Weighted(counts, weights) : Unweighted(counts);
    }

    private double Unweighted(ReadOnlySpan<byte> counts)
    {
        long positives = 0, all = 0, pairs = 0, ties = 0;
        foreach (var ranked in _ranked.Rows)
        {
            long count = counts[RankedRows.RowOf(ranked)];
            long mask = RankedRows.MaskOf(ranked);
            positives += count & mask;
            all += count;
            pairs += positives * (count & ~mask);
        }

        foreach (var (start, end) in _mixed)
        {
            long above = 0, both = 0;
            foreach (var ranked in _ranked.Rows.AsSpan(start, end - start))
            {
                int count = counts[RankedRows.RowOf(ranked)];
                above += count & RankedRows.MaskOf(ranked);
                both += count;
            }

            ties += above * (both - above);
        }

        var negatives = all - positives;
        return positives > 0 && negatives > 0 ? (pairs - (0.5 * ties)) / ((double)positives * negatives) : double.NaN;
    }

    private double Weighted(ReadOnlySpan<byte> counts, double[] weights)
    {
        double positives = 0, negatives = 0, pairs = 0, ties = 0;
        var rows = _ranked.Rows;
        for (var place = 0; place < rows.Length; place++)
        {
            var weight = counts[RankedRows.RowOf(rows[place])] * weights[place];
            positives += Math.Max(weight, 0);
            var negative = Math.Max(-weight, 0);
            negatives += negative;
            pairs += positives * negative;
        }

        foreach (var (start, end) in _mixed)
        {
            double above = 0, below = 0;
            for (var place = start; place < end; place++)
            {
                var weight = counts[RankedRows.RowOf(rows[place])] * weights[place];
                above += Math.Max(weight, 0);
                below += Math.Max(-weight, 0);
            }

            ties += above * below;
        }

        return positives > 0 && negatives > 0 ? Math.Clamp((pairs - (0.5 * ties)) / (positives * negatives), 0, 1) : double.NaN;
    }

    private static IEnumerable<(int Start, int End)> Groups(int[] ends)
    {
        var start = 0;
        foreach (var end in ends)
        {
            yield return (start, end);
            start = end;
        }
    }

    private static bool IsMixed(int[] rows, int start, int end) => RankedRows.MaskOf(rows[start]) != RankedRows.MaskOf(rows[end - 1]);
}
