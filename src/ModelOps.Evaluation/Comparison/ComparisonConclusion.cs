namespace ModelOps.Evaluation.Comparison;

/// <summary>Puts comparisons together: the primary one is tested alone, metrics that may block are too, the others are corrected for being many.</summary>
internal static class ComparisonConclusion
{
    /// <summary>All that they show.</summary>
    /// <param name="plan">How models are compared.</param>
    /// <param name="all">The primary metric on all rows, then the others in the order of the plan.</param>
    /// <param name="slices">The primary metric on slices.</param>
    /// <param name="rows">Number of all rows.</param>
    public static ComparisonOutcome Of(ComparisonPlan plan, IReadOnlyList<MetricComparison> all, IReadOnlyList<ClaimedComparison> slices, int rows)
    {
        var primary = ClaimedComparison.Primary(plan, all[0], rows);
        ClaimedComparison[] others = [.. plan.Also.Select((also, index) => ClaimedComparison.Secondary(also, all[index + 1], rows)), .. slices];
        var adjusted = ComparisonFamilies.Adjust(others);
        ComparisonRow[] rowsOfOthers = [.. others.Select((other, index) => other.ToRow(plan.Alpha, adjusted[index]))];
        var row = primary.ToRow(plan.Alpha, adjusted: null);
        var power = new PowerAnalysis(plan, primary.Comparison.Evidence);
        var isContradicted = primary.IsContradicted(plan.Alpha);
        return new()
        {
            Plan = plan,
            Primary = row,
            Difference = primary.Comparison.Difference,
            Others = rowsOfOthers,
            IsShown = primary.IsShown(plan.Alpha),
            IsContradicted = isContradicted,
            WorseThanAccepted = [.. rowsOfOthers.Where((other, index) => others[index].Blocks && other.Verdict == ComparisonVerdict.Worse)],
            Power = power.Power(),
            MoreRows = row.Verdict != ComparisonVerdict.NotEnoughEvidence ? 0 : isContradicted ? null : power.MoreRows(rows),
        };
    }
}
