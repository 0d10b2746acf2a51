namespace ModelOps.Evaluation.Comparison.Paired;

/// <summary>Ranks from 1, the same for equal values: the mean of the ranks that they take up.</summary>
internal static class Midranks
{
    /// <summary>Midrank of every value.</summary>
    public static double[] Of(double[] values)
    {
        var sorted = (double[])values.Clone();
        var order = new int[values.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var from = 0; from < sorted.Length;)
        {
            var to = from + 1;
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }

            for (var index = from; index < to; index++)
            {
                ranks[order[index]] = (from + to + 1) / 2.0;
            }

            from = to;
        }

        return ranks;
    }
}
