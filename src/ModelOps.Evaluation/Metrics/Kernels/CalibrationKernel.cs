using System.Buffers;
using ModelOps.Evaluation.Reading;

namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// Expected calibration error with bins of equal width, (0, 1/n], (1/n, 2/n] …, the first with 0: the mean over the rows of the difference
/// between what was predicted and what came true in the row's bin. For a binary task of the probability of the positive class (Naeini et
/// al. 2015); for several classes of the largest probability and whether its class, the first one of equals, is the label (Guo et al. 2017).
/// </summary>
internal sealed class CalibrationKernel : IMetricKernel
{
    private readonly int _bins;
    private readonly int[] _bin;
    private readonly double[] _gaps;
    private readonly double[]? _weights;

    /// <summary>Finds the bin of every row.</summary>
    public CalibrationKernel(PredictionSet set, int bins)
    {
        _bins = bins;
        _bin = new int[set.Count];
        _gaps = new double[set.Count];
        _weights = set.Weights;
        for (var row = 0; row < _bin.Length; row++)
        {
            var (confidence, isTrue) = set.Task == EvaluationTask.Binary ? (set.Probabilities[0][row], set.Labels[row] == 1) : Top(set, row);
            _bin[row] = BinOf(confidence, bins);
            _gaps[row] = ((isTrue ? 1 : 0) - confidence) * (_weights is null ? 1 : _weights[row]);
        }
    }

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, _bin.Length);
        var rented = ArrayPool<double>.Shared.Rent(_bins);
        var sums = rented.AsSpan(0, _bins);
        Lanes.Sum(counts, _bin, _gaps, sums);
        double gap = 0;
        foreach (var sum in sums)
        {
            gap += Math.Abs(sum);
        }

        ArrayPool<double>.Shared.Return(rented);
        var total = _weights is null ? Counts.Total(counts) : Counts.Sum(counts, _weights);
        return total > 0 ? gap / total : double.NaN;
    }

    private static (double Confidence, bool IsTrue) Top(PredictionSet set, int row)
    {
        var top = PredictedClasses.MostProbable(set.Probabilities, row);
        return (set.Probabilities[top][row], set.Labels[row] == top);
    }

    // An edge is the double nearest to i/n; a product with n alone may end on the wrong side of it.
    private static int BinOf(double confidence, int bins)
    {
        var bin = Math.Clamp((int)(confidence * bins), 0, bins - 1);
        while (bin > 0 && confidence <= (double)bin / bins)
        {
            bin--;
        }

        while (bin < bins - 1 && confidence > (double)(bin + 1) / bins)
        {
            bin++;
        }

        return bin;
    }
}
