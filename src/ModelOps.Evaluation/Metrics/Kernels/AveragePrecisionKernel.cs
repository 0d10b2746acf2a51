namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// average_precision_score of scikit-learn: the sum of precisions at each threshold, weighted by the rise of recall, without interpolation.
/// Not defined without positive rows, for which scikit-learn warns and gives 0.
/// </summary>
internal sealed class AveragePrecisionKernel(double[] scores, Func<int, bool> isPositive, double[]? weights) : IMetricKernel
{
    private readonly RankedRows _ranked = RankedRows.Of(scores, isPositive, weights);

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, _ranked.Rows.Length);
        return _ranked.Weights is { } weights ? Weighted(counts, weights) : Unweighted(counts);
    }

    private double Unweighted(ReadOnlySpan<byte> counts)
    {
        long positives = 0, all = 0;
        double sum = 0;
        var rows = _ranked.Rows;
        var place = 0;
        foreach (var end in _ranked.Ends)
        {
            var before = positives;
            for (; place < end; place++)
            {
                int count = counts[RankedRows.RowOf(rows[place])];
                positives += count & RankedRows.MaskOf(rows[place]);
                all += count;
            }

            sum += (double)(positives - before) * positives / Math.Max(all, 1);
        }

        return positives > 0 ? sum / positives : double.NaN;
    }

    private double Weighted(ReadOnlySpan<byte> counts, double[] weights)
    {
        double positives = 0, all = 0, sum = 0;
        var rows = _ranked.Rows;
        var place = 0;
        foreach (var end in _ranked.Ends)
        {
            double rise = 0;
            for (; place < end; place++)
            {
                var weight = counts[RankedRows.RowOf(rows[place])] * weights[place];
                rise += Math.Max(weight, 0);
                all += Math.Abs(weight);
            }

            positives += rise;
            sum += all > 0 ? rise * (positives / all) : 0;
        }

        return positives > 0 ? Math.Min(sum / positives, 1) : double.NaN;
    }
}
