namespace ModelOps.Evaluation.Comparison;

/// <summary>One comparison: a metric on all rows or on a slice.</summary>
/// <param name="Metric">Metric.</param>
/// <param name="Slice">Slice as <c>column=value</c>; empty for all rows.</param>
/// <param name="Challenger">The challenger's value.</param>
/// <param name="Champion">The champion's value.</param>
/// <param name="Effect">Difference of both, above 0 where the challenger is better, whichever way the metric goes.</param>
/// <param name="Lower">Lower end of the interval of the effect.</param>
/// <param name="Upper">Upper end of the interval of the effect.</param>
/// <param name="P">One-sided p of the hypothesis; null where it cannot be had.</param>
/// <param name="AdjustedP">The same after Holm's correction within its family; null for the primary comparison and for a metric that may block, which are tested alone.</param>
/// <param name="Rows">Rows that were compared.</param>
/// <param name="Verdict">What was shown.</param>
public sealed record ComparisonRow(
    string Metric, string Slice, double Challenger, double Champion, double Effect, double Lower, double Upper, double? P, double? AdjustedP, int Rows, ComparisonVerdict Verdict);
