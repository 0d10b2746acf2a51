namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// median_absolute_error of scikit-learn: without weights the plain median of the rows, each as often as it counts; with weights the lower
/// weighted median, the smallest value up to which the weights make half of their sum.
/// </summary>
internal sealed class MedianKernel : IMetricKernel
{
    // A sum of weights that is half but for rounding is half, else the order of equal rows could decide.
    private const double Rounding = 1e-12;

    private readonly double[] _sorted;
    private readonly int[] _rows;
    private readonly double[]? _weights;

    /// <summary>Sorts the rows by their values.</summary>
    public MedianKernel(double[] values, double[]? weights)
    {
        _sorted = [.. values];
        _rows = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(_sorted, _rows);
        _weights = weights is null ? null : Array.ConvertAll(_rows, row => weights[row]);
    }

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, _rows.Length);
        return _weights is null ? Plain(counts) : Weighted(counts, _weights);
    }

    private double Plain(ReadOnlySpan<byte> counts)
    {
        var total = Counts.Total(counts);
        if (total == 0)
        {
            return double.NaN;
        }

        var place = 0;
        long passed = counts[_rows[0]];
        while (passed <= (total - 1) / 2)
        {
            passed += counts[_rows[++place]];
        }

        var lower = _sorted[place];
        while (passed <= total / 2)
        {
            passed += counts[_rows[++place]];
        }

        return (lower + _sorted[place]) / 2;
    }

    private double Weighted(ReadOnlySpan<byte> counts, double[] weights)
    {
        double total = 0;
        for (var place = 0; place < weights.Length; place++)
        {
            total += counts[_rows[place]] * weights[place];
        }

        var half = total * (0.5 - Rounding);
        double passed = 0;
        for (var place = 0; place < weights.Length; place++)
        {
            passed += counts[_rows[place]] * weights[place];
            if (passed >= half && passed > 0)
            {
                return _sorted[place];
            }
        }

        return double.NaN;
    }
}
