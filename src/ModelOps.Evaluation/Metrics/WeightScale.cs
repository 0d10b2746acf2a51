namespace ModelOps.Evaluation.Metrics;

/// <summary>
/// Weights whose products are numbers. Every metric is a ratio of sums of weights, some of their products, so a common factor changes none; a
/// power of two changes no digit of a weight either.
/// </summary>
internal static class WeightScale
{
    // The fourth power of a sum of 20 million weights stays far from the largest and the smallest double.
    private const double Largest = 1e60;
    private const double Smallest = 1e-60;

    /// <summary>The weights, or those of the largest one near 1 where it is beyond all use.</summary>
    public static double[]? Of(double[]? weights)
    {
        var largest = weights is { Length: > 0 } ? weights.Max() : 1;
        if (largest is 0 or (>= Smallest and <= Largest) || !double.IsFinite(largest))
        {
            return weights;
        }

        var power = -Math.ILogB(largest);
        return Array.ConvertAll(weights!, weight => Math.ScaleB(weight, power));
    }
}
