namespace ModelOps.Evaluation.Comparison;

/// <summary>Correction of p values for being many (Holm 1979).</summary>
internal static class Holm
{
    /// <summary>The p values that keep the probability of any false claim among them below that of one.</summary>
    public static double[] Adjust(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        var largest = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, values.Count).OrderBy(index => values[index]).Index())
        {
            largest = Math.Max(largest, Math.Min(1, (values.Count - rank) * values[index]));
            adjusted[index] = largest;
        }

        return adjusted;
    }
}
