namespace ModelOps.Evaluation.Metrics.Kernels;

/// <summary>
/// Precision, recall and F of classes as scikit-learn's precision_recall_fscore_support with <c>zero_division=0</c>: what would be divided
/// by 0 is 0. A class whose rows all weigh 0 does not occur.
/// </summary>
internal static class PerClassScores
{
    public static double Precision(ClassTally tally) => tally.Predictions > 0 ? tally.Hits / tally.Predictions : 0;

    public static double Recall(ClassTally tally) => tally.Labels > 0 ? tally.Hits / tally.Labels : 0;

    public static Func<ClassTally, double> FBeta(double beta) => tally =>
    {
        var precision = Precision(tally);
        var recall = Recall(tally);
        var divisor = (beta * beta * precision) + recall;
        return divisor > 0 ? (1 + (beta * beta)) * precision * recall / divisor : 0;
    };

    /// <summary>One number from the scores of all classes.</summary>
    public static double Average(ClassSums sums, ClassAverage average, Func<ClassTally, double> score) => average switch
    {
        ClassAverage.Positive => score(sums[1]),
        ClassAverage.Micro => score(new(ClassSums.Total(sums.Hits), ClassSums.Total(sums.Labels), ClassSums.Total(sums.Predictions))),
        _ => Mean(sums, average == ClassAverage.Weighted, score),
    };

    private static double Mean(ClassSums sums, bool byLabels, Func<ClassTally, double> score)
    {
        double scores = 0, weights = 0;
        for (var code = 0; code < sums.Count; code++)
        {
            var tally = sums[code];
            if (tally.Labels > 0 || tally.Predictions > 0)
            {
                var weight = byLabels ? tally.Labels : 1;
                scores += weight * score(tally);
                weights += weight;
            }
        }

        return scores / weights;
    }
}
