namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// ndcg_score of scikit-learn for queries of any length: gains are the relevances themselves, items of equal score share theirs (McSherry and
/// Najork 2008), a query without relevant items has 0, one of a single relevant item 1. Not defined where a relevance is below 0.
/// A query counts as often as its first row, because the rows of a query are resampled together, and weighs the mean of its rows.
/// </summary>
internal sealed class GainKernel : IMetricKernel
{
    private readonly int[] _firstRows;
    private readonly double[] _weights;
    private readonly double[] _gains;

    /// <summary>Computes the value of every query.</summary>
    public GainKernel(PredictionSet set, int places)
    {
        var queries = set.Queries ?? new int[set.Count];
        var groups = Enumerable.Range(0, set.Count).GroupBy(row => queries[row]).Select(group => group.ToArray()).ToArray();
        _firstRows = Array.ConvertAll(groups, rows => rows[0]);
        _weights = Array.ConvertAll(groups, rows => set.Weights is { } weights ? rows.Average(row => weights[row]) : 1);
        _gains = Array.ConvertAll(groups, rows => Value(
            Array.ConvertAll(rows, row => set.Labels[row]), Array.ConvertAll(rows, row => set.Predictions[row]), places));
    }

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        double gains = 0, total = 0;
        for (var query = 0; query < _gains.Length; query++)
        {
            var weight = (counts.IsEmpty ? 1 : counts[_firstRows[query]]) * _weights[query];
            gains += weight > 0 ? weight * _gains[query] : 0;
            total += weight;
        }

        return total > 0 ? gains / total : double.NaN;
    }

    private static double Value(double[] relevances, double[] scores, int places)
    {
        if (Array.Exists(relevances, relevance => relevance < 0))
        {
            return double.NaN;
        }

        var ideal = Gain(relevances, relevances, places);
        return ideal > 0 ? Gain(relevances, scores, places) / ideal : 0;
    }

    private static double Gain(double[] relevances, double[] scores, int places)
    {
        var falling = Array.ConvertAll(scores, score => -score);
        var gains = (double[])relevances.Clone();
        Array.Sort(falling, gains);
        double sum = 0;
        var end = 0;
        for (var start = 0; start < Math.Min(gains.Length, places); start = end)
        {
            double gain = 0, discount = 0;
            for (end = start; end < gains.Length && falling[end] == falling[start]; end++)
            {
                gain += gains[end];
                discount += end < places ? 1 / Math.Log2(end + 2) : 0;
            }

            sum += gain / (end - start) * discount;
        }

        return sum;
    }
}
