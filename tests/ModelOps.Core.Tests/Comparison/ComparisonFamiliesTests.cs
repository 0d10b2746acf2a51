using FsCheck;
using FsCheck.Fluent;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>Whatever is compared beside the primary metric may stop a challenger, and never lets one pass.</summary>
public class ComparisonFamiliesTests
{
    private static readonly ComparisonPlan Plan = Rows.Plan("roc_auc", EvaluationTask.Binary) with { Hypothesis = Hypothesis.NonInferior, Tolerance = 0.01 };

    private static readonly Gen<double> Effects = Gen.Choose(-100, 100).Select(thousandth => thousandth / 1000.0);

    // A guardrail that is shown to be worse alone (p 0.02) stays so beside a hundred slices about which nothing is known.
    [Fact]
    public void Slices_do_not_weaken_a_guardrail()
    {
        var guardrail = Compared(-0.01 - (2.054 * 0.01));
        var outcome = Conclude([Compared(0.05), guardrail], [new SecondaryMetric(guardrail.Metric, 0.01)], [.. Enumerable.Repeat(Compared(0), 110)]);

        Assert.Equal((null, ComparisonVerdict.Worse), (outcome.Others[0].AdjustedP, outcome.Others[0].Verdict));
        Assert.Same(outcome.Others[0], Assert.Single(outcome.WorseThanAccepted));
        Assert.Equal(Decision.Reject, ComparisonDecision.Of(outcome, EvidencePolicy.Canary, allowIdentical: false).Decision);
    }

    [Fact]
    public void Slices_are_a_family_of_their_own_and_metrics_that_are_only_shown_another()
    {
        var shown = Compared(0.02);
        var outcome = Conclude([Compared(0.05), shown, shown], [new SecondaryMetric(shown.Metric, null), new SecondaryMetric(shown.Metric, null)], [Compared(0.02), Compared(0.02), Compared(0.02)]);

        Assert.All(outcome.Others.Take(2), row => Assert.Equal(2 * row.P!.Value, row.AdjustedP!.Value, 1e-12));
        Assert.All(outcome.Others.Skip(2), row => Assert.Equal(3 * row.P!.Value, row.AdjustedP!.Value, 1e-12));
    }

    [Fact]
    public void Adding_slices_changes_no_decision() => Prop.ForAll(
        Effects.ToArbitrary(), Effects.ListOf().ToArbitrary(), Effects.ListOf().ToArbitrary(), (primary, guardrails, slices) =>
            Enum.GetValues<EvidencePolicy>().All(policy => Decide(primary, guardrails, slices, policy) == Decide(primary, guardrails, [], policy))).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_a_guardrail_lets_nobody_pass_who_did_not() => Prop.ForAll(
        Effects.ToArbitrary(), Effects.ListOf().ToArbitrary(), Effects.ToArbitrary(), (primary, guardrails, more) =>
            Enum.GetValues<EvidencePolicy>().All(policy =>
            {
                var (without, with) = (Decide(primary, guardrails, [], policy), Decide(primary, [.. guardrails, more], [], policy));
                return with == without || with == Decision.Reject;
            })).QuickCheckThrowOnFailure();

    private static Decision Decide(double primary, IEnumerable<double> guardrails, IEnumerable<double> slices, EvidencePolicy policy)
    {
        MetricComparison[] others = [.. guardrails.Select(Compared)];
        var outcome = Conclude([Compared(primary), .. others], [.. others.Select(other => new SecondaryMetric(other.Metric, 0.005))], [.. slices.Select(Compared)]);
        return ComparisonDecision.Of(outcome, policy, allowIdentical: false).Decision;
    }

    private static ComparisonOutcome Conclude(IReadOnlyList<MetricComparison> all, IReadOnlyList<SecondaryMetric> also, IReadOnlyList<MetricComparison> slices)
    {
        var plan = Plan with { Also = also };
        return ComparisonConclusion.Of(plan, all, [.. slices.Select((slice, index) => ClaimedComparison.Primary(plan, slice, 150, $"store=s{index}"))], 15_000);
    }

    private static MetricComparison Compared(double effect) => new(Plan.Metric, 0.7 + effect, 0.7, new NormalEvidence(effect, 0.01));
}
