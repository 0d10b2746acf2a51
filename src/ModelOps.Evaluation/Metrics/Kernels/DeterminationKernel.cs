namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// r2_score of scikit-learn: where all labels are equal, 1 if the predictions equal them and else 0; not defined on less than two rows. Labels
/// are taken from their mean on, so that labels near 1e12 which differ by 1 keep their digits.
/// </summary>
internal sealed class DeterminationKernel : IMetricKernel
{
    // Below this share of the squared mean a variance can be rounding alone: the mean of a million equal numbers is good to 1e-13.
    private const double Rounding = 1e-24;

    private readonly double _origin;
    private readonly double[] _labels;
    private readonly double[]? _weights;
    private readonly double[] _weightedLabels;
    private readonly double[] _weightedErrors;

    /// <summary>Computes the squared errors.</summary>
    public DeterminationKernel(PredictionSet set)
    {
        var origin = WeightedMean.Of(set.Labels, set.Weights);
        _origin = double.IsFinite(origin) ? origin : 0;
        _labels = Array.ConvertAll(set.Labels, label => label - _origin);
        _weights = set.Weights;
        _weightedLabels = Weigh(_labels);
        _weightedErrors = Weigh(RowLosses.Squared(set));
    }

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, _labels.Length);
        var rows = Counts.Total(counts);
        var total = _weights is null ? rows : Counts.Sum(counts, _weights);
        if (rows < 2 || total <= 0)
        {
            return double.NaN;
        }

        var errors = Counts.Sum(counts, _weightedErrors);
        var mean = Counts.Sum(counts, _weightedLabels) / total;
        var spread = Spread(counts, mean);
        if (errors == 0)
        {
            return 1;
        }

        return spread <= Rounding * total * (_origin + mean) * (_origin + mean) && IsConstant(counts) ? 0 : 1 - (errors / spread);
    }

    private double Spread(ReadOnlySpan<byte> counts, double mean)
    {
        counts = counts[.._labels.Length];
        double even = 0, odd = 0;
        var row = 0;
        for (; row < _labels.Length - 1; row += 2)
        {
            even += counts[row] * Square(row, mean);
            odd += counts[row + 1] * Square(row + 1, mean);
        }

        return even + odd + (row < _labels.Length ? counts[row] * Square(row, mean) : 0);
    }

    private double Square(int row, double mean)
    {
        var distance = _labels[row] - mean;
        return _weights is null ? distance * distance : _weights[row] * distance * distance;
    }

    private bool IsConstant(ReadOnlySpan<byte> counts)
    {
        double? only = null;
        for (var row = 0; row < _labels.Length; row++)
        {
            if (counts[row] * (_weights is null ? 1 : _weights[row]) > 0)
            {
                only ??= _labels[row];
                if (_labels[row] != only)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private double[] Weigh(double[] values) => _weights is null ? values : [.. values.Zip(_weights, (value, weight) => value * weight)];
}
