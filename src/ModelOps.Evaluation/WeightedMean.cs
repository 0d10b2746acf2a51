namespace ModelOps.Evaluation;

/// <summary>Mean of values that may be large beside their differences: what rounding took from a first mean is added to it.</summary>
internal static class WeightedMean
{
    /// <summary>The mean.</summary>
    /// <param name="values">The values.</param>
    /// <param name="weights">Their weights; null when all weigh 1.</param>
    public static double Of(double[] values, double[]? weights)
    {
        var first = About(0, values, weights);
        return double.IsFinite(first) ? first + About(first, values, weights) : first;
    }

    private static double About(double origin, double[] values, double[]? weights)
    {
        var (sum, total) = (0.0, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            var weight = weights is null ? 1 : weights[row];
            sum += weight * (values[row] - origin);
            total += weight;
        }

        return sum / total;
    }
}
