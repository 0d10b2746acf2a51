using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>To be better than a champion which any constant would beat is no merit.</summary>
public class TrivialFloorTests
{
    private static readonly PredictionSet Good = Rows.Binary(seed: 2, rows: 600, separation: 0.3);

    private static readonly ComparisonPlan Area = Rows.Plan("roc_auc", EvaluationTask.Binary);

    [Theory]
    [InlineData(EvidencePolicy.Keep)]
    [InlineData(EvidencePolicy.Canary)]
    internal void A_person_decides_where_the_champion_is_worse_than_a_constant(EvidencePolicy policy)
    {
        var (decision, exitCode, finding) = ComparisonDecision.Of(Rows.Compare(Good, Swapped(0.2), Area), policy, allowIdentical: false);

        Assert.Equal((Decision.Approve, ExitCode.WaitingForApproval, "MOP6020", Severity.Warning), (decision, exitCode, finding!.Code, finding.Severity));
        Assert.Contains("baseline 0.5", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("labels may be swapped.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_promoted_who_is_worse_than_a_constant_as_well()
    {
        var outcome = Rows.Compare(Swapped(0.1), Swapped(0.4), Area);
        Assert.True(outcome.IsShown);
        var (decision, exitCode, finding) = ComparisonDecision.Of(outcome, EvidencePolicy.Canary, allowIdentical: false);

        Assert.Equal((Decision.Reject, ExitCode.GateFailed, "MOP6020", Severity.Error), (decision, exitCode, finding!.Code, finding.Severity));
    }

    [Fact]
    public void A_worse_challenger_is_rejected_as_before_and_the_champion_is_said()
    {
        var finding = ComparisonDecision.Of(Rows.Compare(Swapped(0.4), Swapped(0.1), Area), EvidencePolicy.Keep, allowIdentical: false).Finding!;

        Assert.Equal("MOP6009", finding.Code);
        Assert.Contains("below the trivial baseline", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_champion_above_the_constant_changes_nothing()
    {
        var outcome = Rows.Compare(Good, Rows.Binary(seed: 3, rows: 600, separation: 0.15), Area);
        Assert.Equal((0.5, false), (outcome.Floor, outcome.IsChampionBelowFloor));
        Assert.Equal((Decision.Promote, null), (ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowIdentical: false) is var (decision, _, finding) ? (decision, finding) : default));
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("specificity")]
    [InlineData("ece")]
    public void A_metric_by_which_a_constant_is_perfect_has_no_floor(string metric) =>
        Assert.Null(TrivialFloor.Of(Rows.Plan(metric, EvaluationTask.Binary), Good));

    [Fact]
    public void A_baseline_is_not_held_against_itself() => Assert.Null(TrivialFloor.Of(Area with { HasFloor = false }, Good));

    [Fact]
    public void Losses_are_below_where_they_are_larger()
    {
        var plan = Rows.Plan("rmse", EvaluationTask.Regression);
        var champion = Rows.Regression(1, 300, 1) is var set ? set with { Predictions = Array.ConvertAll(set.Labels, label => 1 - label) } : set;
        var outcome = Rows.Compare(Rows.Regression(2, 300, 0.1), champion, plan);

        Assert.True(outcome is { IsChampionBelowFloor: true, IsChallengerBelowFloor: false });
    }

    private static PredictionSet Swapped(double separation) => Rows.Binary(seed: 5, rows: 600, separation: -separation);
}
