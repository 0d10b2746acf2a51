using System.Collections.Concurrent;

namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>Exact distribution of the sum of positive ranks when signs are fair coins and no sizes are equal.</summary>
internal static class SignedRankDistribution
{
    private static readonly ConcurrentDictionary<int, double[]> Tails = new();

    /// <summary>Probability that the positive ranks of some differences sum to a value or more.</summary>
    /// <param name="count">Number of differences, at most 50, so that numbers of sign patterns are exact.</param>
    /// <param name="sum">The value.</param>
    public static double AtLeast(int count, int sum) => Tails.GetOrAdd(count, ComputeTails)[sum];

    // Adds one rank after the other: with it, every sum so far is reached in one more way from the sum without it.
    private static double[] ComputeTails(int count)
    {
        var ways = new double[(count * (count + 1) / 2) + 1];
        ways[0] = 1;
        for (var rank = 1; rank <= count; rank++)
        {
            for (var sum = rank * (rank + 1) / 2; sum >= rank; sum--)
            {
                ways[sum] += ways[sum - rank];
            }
        }

        for (var sum = ways.Length - 2; sum >= 0; sum--)
        {
            ways[sum] += ways[sum + 1];
        }

        return Array.ConvertAll(ways, patterns => patterns * Math.Pow(0.5, count));
    }
}
