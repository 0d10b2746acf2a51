namespace ModelOps.Evaluation.Comparison;

/// <summary>
/// Where the difference of the metric itself has to lie for what is claimed of an effect. A method may speak of something else than the
/// metric, as signed ranks speak of the typical row: what it shows counts only where the metric does not say the opposite.
/// </summary>
/// <param name="Better">Above it the challenger may be called better.</param>
/// <param name="Above">Above it the hypothesis may hold.</param>
/// <param name="Below">Below it the hypothesis may hold.</param>
internal sealed record ClaimedRange(double Better, double Above, double Below)
{
    /// <summary>The range of a hypothesis.</summary>
    public static ClaimedRange Of(Hypothesis hypothesis, double tolerance, double minimum = 0) => hypothesis switch
    {
        Hypothesis.NonInferior => new(0, -tolerance, double.PositiveInfinity),
        Hypothesis.Equivalent => new(tolerance, -tolerance, tolerance),
        _ => new(minimum, minimum, double.PositiveInfinity),
    };

    /// <summary>Whether the hypothesis holds of a difference as it was seen.</summary>
    public bool Has(double difference) => difference > Above && difference < Below;

    /// <summary>As much of a verdict as the difference bears out; what stops a challenger stays.</summary>
    public ComparisonVerdict Confirm(ComparisonVerdict verdict, double difference) => verdict switch
    {
        ComparisonVerdict.Better when difference > Better => verdict,
        ComparisonVerdict.Better or ComparisonVerdict.NotWorse => Has(difference) ? ComparisonVerdict.NotWorse : ComparisonVerdict.NotEnoughEvidence,
        _ => verdict,
    };
}
