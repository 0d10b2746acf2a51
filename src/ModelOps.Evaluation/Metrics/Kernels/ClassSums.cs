namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>What the metrics of classes need of a confusion matrix.</summary>
/// <param name="hits">Weight of the rows of each class that were predicted as such.</param>
/// <param name="labels">Weight of the rows of each class.</param>
/// <param name="predictions">Weight of the rows that were predicted as each class.</param>
internal readonly ref struct ClassSums(ReadOnlySpan<double> hits, ReadOnlySpan<double> labels, ReadOnlySpan<double> predictions)
{
    public ReadOnlySpan<double> Hits { get; } = hits;

    public ReadOnlySpan<double> Labels { get; } = labels;

    public ReadOnlySpan<double> Predictions { get; } = predictions;

    /// <summary>Number of classes, whether they occur or not.</summary>
    public int Count => Labels.Length;

    /// <summary>One class.</summary>
    public ClassTally this[int code] => new(Hits[code], Labels[code], Predictions[code]);

    /// <summary>Sum over all classes.</summary>
    public static double Total(ReadOnlySpan<double> sums)
    {
        double total = 0;
        foreach (var sum in sums)
        {
            total += sum;
        }

        return total;
    }
}
