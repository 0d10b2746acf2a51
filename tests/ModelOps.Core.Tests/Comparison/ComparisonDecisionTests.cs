using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

public class ComparisonDecisionTests
{
    private static readonly ComparisonRow Row = new("roc_auc", "", 0.81, 0.8, 0.01, -0.002, 0.022, 0.08, null, 500, ComparisonVerdict.NotEnoughEvidence);

    [Fact]
    public void What_is_shown_is_promoted()
    {
        var decided = ComparisonDecision.Of(Outcome(ComparisonVerdict.Better, isShown: true), EvidencePolicy.Fail, allowIdentical: false);
        Assert.Equal((Decision.Promote, ExitCode.Ok, null), decided);
    }

    [Theory]
    [InlineData(ComparisonVerdict.Worse)]
    [InlineData(ComparisonVerdict.Better)]
    public void What_is_decided_but_not_shown_is_rejected(ComparisonVerdict verdict)
    {
        var (decision, exitCode, finding) = ComparisonDecision.Of(Outcome(verdict, isShown: false), EvidencePolicy.Canary, allowIdentical: true);
        Assert.Equal((Decision.Reject, ExitCode.GateFailed, "MOP6009"), (decision, exitCode, finding!.Code));
        Assert.Contains("expected an effect above 0.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ComparisonVerdict.Better, true)]
    [InlineData(ComparisonVerdict.NotEnoughEvidence, false)]
    public void A_secondary_metric_that_is_worse_rejects(ComparisonVerdict verdict, bool isShown)
    {
        var outcome = Outcome(verdict, isShown) with { WorseThanAccepted = [Row with { Metric = "log_loss", Verdict = ComparisonVerdict.Worse }] };
        var (decision, exitCode, finding) = ComparisonDecision.Of(outcome, EvidencePolicy.Canary, allowIdentical: false);
        Assert.Equal((Decision.Reject, ExitCode.GateFailed, "MOP6009"), (decision, exitCode, finding!.Code));
        Assert.StartsWith("log_loss: ", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EvidencePolicy.Keep, Decision.Keep, 8)]
    [InlineData(EvidencePolicy.Canary, Decision.Canary, 0)]
    [InlineData(EvidencePolicy.Approve, Decision.Approve, 4)]
    [InlineData(EvidencePolicy.Fail, Decision.Reject, 3)]
    public void The_policy_decides_where_the_rows_do_not(EvidencePolicy policy, Decision expected, int exitCode)
    {
        var decided = ComparisonDecision.Of(Outcome(ComparisonVerdict.NotEnoughEvidence, isShown: false), policy, allowIdentical: false);
        Assert.Equal((expected, (ExitCode)exitCode, "MOP6010"), (decided.Decision, decided.ExitCode, decided.Finding!.Code));
        Assert.Equal(
            "roc_auc: challenger 0.81, champion 0.8, effect 0.01 (90 % interval -0.002 to 0.022) on 500 rows; power 0.43; about 1200 further rows would decide if the effect stays as it is.",
            decided.Finding.Message);
    }

    [Fact]
    public void Small_numbers_are_not_said_to_be_0()
    {
        var outcome = Outcome(ComparisonVerdict.Worse, isShown: false) with { Primary = Row with { Effect = -1.234e-7, Verdict = ComparisonVerdict.Worse } };
        Assert.Contains("effect -1.23E-07 (", ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowIdentical: false).Finding!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_on_the_margin_asks_for_no_rows()
    {
        var outcome = Outcome(ComparisonVerdict.NotEnoughEvidence, isShown: false) with { MoreRows = null };
        Assert.Contains("no number of further rows", ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowIdentical: false).Finding!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true, Decision.Reject, 3, "MOP6008")]
    [InlineData(false, false, Decision.Reject, 3, "MOP6008")]
    [InlineData(true, true, Decision.Promote, 0, null)]
    [InlineData(true, false, Decision.Keep, 8, "MOP6010")]
    public void Identical_predictions_are_a_mistake_unless_they_are_allowed(bool allowed, bool isShown, Decision expected, int exitCode, string? code)
    {
        var outcome = Outcome(isShown ? ComparisonVerdict.NotWorse : ComparisonVerdict.NotEnoughEvidence, isShown) with { AreIdentical = true };
        var (decision, exit, finding) = ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowed);
        Assert.Equal((expected, (ExitCode)exitCode, code), (decision, exit, finding?.Code));
    }

    private static ComparisonOutcome Outcome(ComparisonVerdict verdict, bool isShown) => new()
    {
        Plan = Rows.Plan("roc_auc", EvaluationTask.Binary),
        Primary = Row with { Verdict = verdict },
        IsShown = isShown,
        Power = 0.43,
        MoreRows = 1200,
        AreIdentical = false,
    };
}
