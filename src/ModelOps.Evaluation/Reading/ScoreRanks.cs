namespace ModelOps.Evaluation.Reading;

/// <summary>Scores of any size as numbers from 0 to 1 in the same order, equal where they are equal: all that metrics of the order look at.</summary>
internal static class ScoreRanks
{
    /// <summary>Place of every score among those that occur.</summary>
    public static double[] Of(double[] scores)
    {
        double[] distinct = [.. scores.Distinct().Order()];
        double last = Math.Max(1, distinct.Length - 1);
        return Array.ConvertAll(scores, score => Array.BinarySearch(distinct, score) / last);
    }
}
