using MathNet.Numerics.Statistics;

namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>
/// Test of two ROC curves on the same rows (DeLong, DeLong and Clarke-Pearson 1988), by midranks in O(n log n) (Sun and Xu 2014).
/// </summary>
internal static class DelongTest
{
    /// <summary>Evidence of the difference of the areas; null when there are fewer than two rows of a class.</summary>
    public static NormalEvidence? Compare(PredictionSet challenger, PredictionSet champion)
    {
        var positives = Rows(challenger.Labels, isPositive: true);
        var negatives = Rows(challenger.Labels, isPositive: false);
        if (positives.Length < 2 || negatives.Length < 2)
        {
            return null;
        }

        var (challengerPositives, challengerNegatives) = Components(challenger.Probabilities[0], positives, negatives);
        var (championPositives, championNegatives) = Components(champion.Probabilities[0], positives, negatives);
        var overPositives = Subtract(challengerPositives, championPositives);
        var overNegatives = Subtract(challengerNegatives, championNegatives);

        // The variance of a difference of paired components equals S11 + S22 - 2 S12 without the cancellation.
        var variance = (overPositives.Variance() / positives.Length) + (overNegatives.Variance() / negatives.Length);
        return new(overPositives.Average(), Math.Sqrt(variance));
    }

    // Structural components: for a positive the share of negatives below it, for a negative the share of positives above it.
    private static (double[] Positives, double[] Negatives) Components(double[] scores, int[] positives, int[] negatives)
    {
        var ofPositives = Array.ConvertAll(positives, row => scores[row]);
        var ofNegatives = Array.ConvertAll(negatives, row => scores[row]);
        var all = Midranks.Of([.. ofPositives, .. ofNegatives]);
        var amongPositives = Midranks.Of(ofPositives);
        var amongNegatives = Midranks.Of(ofNegatives);
        var overPositives = new double[positives.Length];
        for (var index = 0; index < positives.Length; index++)
        {
            overPositives[index] = (all[index] - amongPositives[index]) / negatives.Length;
        }

        var overNegatives = new double[negatives.Length];
        for (var index = 0; index < negatives.Length; index++)
        {
            overNegatives[index] = 1 - ((all[positives.Length + index] - amongNegatives[index]) / positives.Length);
        }

        return (overPositives, overNegatives);
    }

    private static double[] Subtract(double[] left, double[] right) => [.. left.Zip(right, (one, other) => one - other)];

    private static int[] Rows(double[] labels, bool isPositive) => [.. Enumerable.Range(0, labels.Length).Where(row => (labels[row] > 0) == isPositive)];
}
