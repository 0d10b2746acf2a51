namespace ModelOps.Evaluation.Profiles;

/// <summary>How far a column has moved from where it was.</summary>
internal static class PopulationStability
{
    // An empty bin would make the index infinite. Evidently's PSI puts the same number in its place.
    private const double Floor = 1e-4;

    /// <summary>
    /// Population stability index: the sum over bins of (current - reference) ln(current / reference) of their shares (Siddiqi 2006, Credit Risk
    /// Scorecards; Yurdakul 2018, Statistical Properties of Population Stability Index). 0 when nothing has moved.
    /// </summary>
    /// <param name="reference">The column as it was.</param>
    /// <param name="current">The column as it is, profiled like the reference.</param>
    /// <exception cref="ArgumentException">The bins are not the same.</exception>
    public static double Compute(ColumnProfile reference, ColumnProfile current)
    {
        if (!reference.Edges.SequenceEqual(current.Edges) || !reference.Categories.SequenceEqual(current.Categories, StringComparer.Ordinal))
        {
            throw new ArgumentException("The column was not profiled with the bins of the reference.", nameof(current));
        }

        return reference.Shares.Zip(current.Shares, Term).Sum();
    }

    private static double Term(double reference, double current)
    {
        var (was, isNow) = (Math.Max(reference, Floor), Math.Max(current, Floor));
        return (isNow - was) * Math.Log(isNow / was);
    }
}
