namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// Mean over the classes of a metric of one class against the rest, as scikit-learn has it for <c>multi_class="ovr"</c> and
/// <c>average="macro"</c>. Not defined where the metric is not for one of the classes.
/// </summary>
internal sealed class OneVersusRestKernel(IMetricKernel[] classes) : IMetricKernel
{
    /// <summary>The metric itself for a binary task, its mean over the classes for a multiclass one.</summary>
    /// <param name="set">Predictions.</param>
    /// <param name="create">Makes the metric of scores, which rows are positive, and weights.</param>
    public static IMetricKernel Of(PredictionSet set, Func<double[], Func<int, bool>, double[]?, IMetricKernel> create) =>
        set.Task == EvaluationTask.Binary
            ? create(set.Probabilities[0], row => set.Labels[row] == 1, set.Weights)
            : new OneVersusRestKernel([.. set.Probabilities.Select((scores, code) => create(scores, row => set.Labels[row] == code, set.Weights))]);

    public double Evaluate(ReadOnlySpan<byte> counts)
    {
        double sum = 0;
        foreach (var kernel in classes)
        {
            sum += kernel.Evaluate(counts);
        }

        return sum / classes.Length;
    }
}
