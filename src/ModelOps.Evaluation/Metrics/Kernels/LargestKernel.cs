namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>max_error of scikit-learn: the largest value of a row that counts. A weight only says whether a row does.</summary>
/// <param name="values">Value of every row.</param>
/// <param name="weights">Weights of the rows; null when all weigh 1.</param>
internal sealed class LargestKernel(double[] values, double[]? weights) : IMetricKernel
{
    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        counts = Counts.OrOnes(counts, values.Length);
        var largest = double.NaN;
        for (var row = 0; row < values.Length; row++)
        {
            if (counts[row] > 0 && (weights is null || weights[row] > 0) && !(values[row] <= largest))
            {
                largest = values[row];
            }
        }

        return largest;
    }
}
