namespace ModelOps.Evaluation.Comparison;

/// <summary>One-sided p values of what could be claimed of an effect.</summary>
/// <param name="Better">That the challenger is better: by more than the minimum for superiority, by more than the tolerance for equivalence.</param>
/// <param name="Shown">That the hypothesis holds.</param>
/// <param name="Worse">That the challenger is worse: below the minimum for superiority, else by more than the tolerance.</param>
internal sealed record Claims(double Better, double Shown, double Worse)
{
    /// <summary>Tests the claims of a hypothesis.</summary>
    /// <param name="evidence">Evidence of the effect.</param>
    /// <param name="hypothesis">What has to be shown.</param>
    /// <param name="tolerance">Accepted loss; not used for superiority.</param>
    /// <param name="minimum">Effect that has to be exceeded; used for superiority only.</param>
    public static Claims Test(IEffectEvidence evidence, Hypothesis hypothesis, double tolerance, double minimum = 0)
    {
        switch (hypothesis)
        {
            case Hypothesis.NonInferior:
                return new(evidence.PAbove(0), evidence.PAbove(-tolerance), evidence.PBelow(-tolerance));
            case Hypothesis.Equivalent:
                // Two one-sided tests (Schuirmann 1987): the hypothesis holds where both do.
                return new(evidence.PAbove(tolerance), Math.Max(evidence.PAbove(-tolerance), evidence.PBelow(tolerance)), evidence.PBelow(-tolerance));
            default:
                var above = evidence.PAbove(minimum);
                return new(above, above, evidence.PBelow(minimum));
        }
    }

    /// <summary>Corrects the claims of many comparisons, each kind of claim for itself.</summary>
    public static IReadOnlyList<Claims> Adjust(IReadOnlyList<Claims> claims)
    {
        var better = Holm.Adjust([.. claims.Select(one => one.Better)]);
        var shown = Holm.Adjust([.. claims.Select(one => one.Shown)]);
        var worse = Holm.Adjust([.. claims.Select(one => one.Worse)]);
        return [.. claims.Select((_, index) => new Claims(better[index], shown[index], worse[index]))];
    }

    /// <summary>Whether the hypothesis is shown.</summary>
    public bool IsShown(double alpha) => Shown < alpha;

    /// <summary>What is shown. A challenger may be better without being equivalent.</summary>
    public ComparisonVerdict Verdict(double alpha) =>
        Better < alpha ? ComparisonVerdict.Better
        : Shown < alpha ? ComparisonVerdict.NotWorse
        : Worse < alpha ? ComparisonVerdict.Worse
        : ComparisonVerdict.NotEnoughEvidence;
}
