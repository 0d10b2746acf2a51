namespace ModelOps.Evaluation.Comparison;

/// <summary>
/// An order of rows in which the scores of two binary models both rise, more or less. Metrics that go by rank then read the counts of a resample
/// almost one after the other, which a million rows need. It treats both models alike, so that exchanging them mirrors the comparison.
/// </summary>
internal static class SharedOrder
{
    /// <summary>Rows in the shared order; as they are where there is no single score.</summary>
    public static int[] Of(PredictionSet challenger, PredictionSet champion)
    {
        var rows = Enumerable.Range(0, challenger.Count).ToArray();
        if (challenger.Probabilities.Count == 1 && champion.Probabilities.Count == 1)
        {
            var (first, second) = (challenger.Probabilities[0], champion.Probabilities[0]);
            var sums = Array.ConvertAll(rows, row => first[row] + second[row]);
            Array.Sort(sums, rows);
        }

        return rows;
    }
}
