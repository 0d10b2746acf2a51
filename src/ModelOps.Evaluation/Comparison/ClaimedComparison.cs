namespace ModelOps.Evaluation.Comparison;

/// <summary>One comparison with what may be claimed of it.</summary>
/// <param name="Comparison">Metric and evidence.</param>
/// <param name="Slice">Slice as <c>column=value</c>; empty for all rows.</param>
/// <param name="Rows">Rows that were compared.</param>
/// <param name="Claims">The claims before any correction.</param>
/// <param name="Range">Where the metric's own difference has to lie for them.</param>
/// <param name="Blocks">Whether a challenger that is worse here is not good enough.</param>
internal sealed record ClaimedComparison(MetricComparison Comparison, string Slice, int Rows, Claims Claims, ClaimedRange Range, bool Blocks)
{
    /// <summary>Whether the hypothesis is shown, and the metric itself does not say the opposite.</summary>
    /// <param name="alpha">Error probability.</param>
    public bool IsShown(double alpha) => Claims.IsShown(alpha) && Range.Has(Comparison.Difference);

    /// <summary>Whether the hypothesis is shown of the effect, and the metric itself says the opposite.</summary>
    /// <param name="alpha">Error probability.</param>
    public bool IsContradicted(double alpha) => Claims.IsShown(alpha) && !Range.Has(Comparison.Difference);

    /// <summary>The primary metric, on all rows or on a slice.</summary>
    public static ClaimedComparison Primary(ComparisonPlan plan, MetricComparison comparison, int rows, string slice = "") => new(
        comparison,
        slice,
        rows,
        Claims.Test(comparison.Evidence, plan.Hypothesis, plan.Tolerance, plan.MinimumEffect),
        ClaimedRange.Of(plan.Hypothesis, plan.Tolerance, plan.MinimumEffect),
        Blocks: false);

    /// <summary>A secondary metric: not to be worse by more than is accepted, or only shown.</summary>
    public static ClaimedComparison Secondary(SecondaryMetric also, MetricComparison comparison, int rows) => new(
        comparison,
        "",
        rows,
        also.NotWorseBy is { } accepted ? Claims.Test(comparison.Evidence, Hypothesis.NonInferior, accepted) : Claims.Test(comparison.Evidence, Hypothesis.Superior, tolerance: 0),
        also.NotWorseBy is { } loss ? ClaimedRange.Of(Hypothesis.NonInferior, loss) : ClaimedRange.Of(Hypothesis.Superior, tolerance: 0),
        Blocks: also.NotWorseBy is not null);

    /// <summary>The comparison as a row.</summary>
    /// <param name="alpha">Error probability.</param>
    /// <param name="adjusted">The claims after correction; null for a comparison that stands alone.</param>
    public ComparisonRow ToRow(double alpha, Claims? adjusted) => new(
        Comparison.Metric.Name,
        Slice,
        Comparison.Challenger,
        Comparison.Champion,
        Comparison.Evidence.Effect,
        Comparison.Evidence.Lower(alpha),
        Comparison.Evidence.Upper(alpha),
        Comparison.Evidence is IdenticalEvidence ? null : Claims.Shown,
        Comparison.Evidence is IdenticalEvidence ? null : adjusted?.Shown,
        Rows,
        Range.Confirm((adjusted ?? Claims).Verdict(alpha), Comparison.Difference));
}
