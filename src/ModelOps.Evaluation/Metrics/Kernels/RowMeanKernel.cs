namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>A metric that follows from the mean of the losses of rows.</summary>
internal sealed class RowMeanKernel : IRowLossKernel
{
    private readonly double[] _losses;
    private readonly double[] _weighted;
    private readonly double[]? _weights;
    private readonly Func<double, double, double> _finish;

    /// <summary>Computes the losses.</summary>
    /// <param name="set">Predictions.</param>
    /// <param name="losses">Loss of every row.</param>
    /// <param name="finish">The metric from the sum of the losses and the sum of the weights.</param>
    public RowMeanKernel(PredictionSet set, Func<PredictionSet, double[]> losses, Func<double, double, double> finish)
    {
        _losses = losses(set);
        _weights = set.Weights;
        _weighted = _weights is null ? _losses : [.. _losses.Zip(_weights, (loss, weight) => loss * weight)];
        _finish = finish;
    }

    public ReadOnlySpan<double> Losses => _losses;

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, _losses.Length);
        var total = _weights is null ? Counts.Total(counts) : Counts.Sum(counts, _weights);
        return total > 0 ? _finish(Counts.Sum(counts, _weighted), total) : double.NaN;
    }
}
