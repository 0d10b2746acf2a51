namespace ModelOps.Evaluation.Comparison;

/// <summary>
/// Which comparisons are corrected together for being many. A metric that may block is tested alone: a correction makes it harder to show anything,
/// and so would let a challenger pass that is shown to be worse. Metrics that are only shown are one family, slices another.
/// </summary>
internal static class ComparisonFamilies
{
    /// <summary>The claims after correction, in the same order; null for a comparison that stands alone.</summary>
    public static IReadOnlyList<Claims?> Adjust(IReadOnlyList<ClaimedComparison> comparisons)
    {
        var adjusted = new Claims?[comparisons.Count];
        foreach (var family in Enumerable.Range(0, comparisons.Count).Where(index => !comparisons[index].Blocks).GroupBy(index => comparisons[index].Slice.Length > 0))
        {
            foreach (var (index, claims) in family.Zip(Claims.Adjust([.. family.Select(index => comparisons[index].Claims)])))
            {
                adjusted[index] = claims;
            }
        }

        return adjusted;
    }
}
