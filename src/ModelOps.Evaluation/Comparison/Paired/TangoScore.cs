namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>Score statistic of the difference of two paired proportions (Tango 1998, Statistics in Medicine 17:891-908).</summary>
internal static class TangoScore
{
    private const int Halvings = 100;

    /// <summary>The score for a difference; normal with variance 1 when it is the true one, and falling in it.</summary>
    /// <param name="won">Pairs of which only the first is right.</param>
    /// <param name="lost">Pairs of which only the second is right.</param>
    /// <param name="pairs">All pairs.</param>
    /// <param name="difference">The difference that is supposed.</param>
    public static double Of(int won, int lost, int pairs, double difference)
    {
        if (Math.Abs(difference) >= 1)
        {
            return difference > 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        // Likelihood estimate of the share of lost pairs, given the difference: the larger root of a quadratic.
        var linear = -won - lost + (((2.0 * pairs) - won + lost) * difference);
        var constant = -lost * difference * (1 - difference);
        var root = Math.Sqrt(Math.Max(0, (linear * linear) - (8.0 * pairs * constant)));
        var share = linear < 0 ? (root - linear) / (4.0 * pairs) : linear + root > 0 ? -2 * constant / (linear + root) : 0;
        var variance = pairs * ((2 * share) + (difference * (1 - difference)));
        var distance = won - lost - (pairs * difference);
        return variance > 0 ? distance / Math.Sqrt(variance) : distance == 0 ? 0 : distance > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

    /// <summary>The difference at which the score has fallen to a value.</summary>
    public static double Solve(int won, int lost, int pairs, double score)
    {
        var (below, above) = (-1.0, 1.0);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (below + above) / 2;
            (below, above) = Of(won, lost, pairs, middle) > score ? (middle, above) : (below, middle);
        }

        return below;
    }
}
