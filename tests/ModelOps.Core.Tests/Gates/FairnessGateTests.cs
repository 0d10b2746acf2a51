using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Fairness;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates;

public sealed class FairnessGateTests
{
    private static readonly FairnessGateSection Limits = new() { Metric = "accuracy", Groups = "gender", MaxDifference = 0.06 };

    // 0.9 and 0.84 differ by a bit more than 0.06 in floating point, and by 0.06 for people.
    [Theory]
    [InlineData(84, GateStatus.Passed)]
    [InlineData(83, GateStatus.Failed)]
    [InlineData(96, GateStatus.Passed)]
    [InlineData(97, GateStatus.Failed)]
    public void The_best_and_the_worst_group_differ_by_no_more_than_the_limit(int right, GateStatus expected)
    {
        var check = Assert.Single(Judge(Sets.Groups("gender", ("f", 100, 90), ("m", 100, right), ("x", 100, 90))));

        Assert.Equal(("accuracy by gender", expected, "<= 0.06"), (check.Check, check.Status, check.Limit));
    }

    [Fact]
    public void A_difference_that_is_the_limit_but_for_rounding_is_shown_as_the_limit() =>
        Assert.Equal("0.06", Assert.Single(Judge(Sets.Groups("gender", ("f", 100, 90), ("m", 100, 84)))).Value);

    [Fact]
    public void A_failure_names_both_groups()
    {
        var check = Assert.Single(Judge(Sets.Groups("gender", ("f", 100, 70), ("m", 100, 90))));

        Assert.Equal("0.2", check.Value);
        Assert.StartsWith("From 0.7 (gender=f) to 0.9 (gender=m)", check.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, GateStatus.Failed)]
    [InlineData(99, GateStatus.Passed)]
    public void A_group_needs_rows_to_be_judged(int rows, GateStatus expected)
    {
        var checks = Judge(Sets.Groups("gender", ("f", 100, 90), ("m", 100, 90), ("x", rows, 0)));

        Assert.Equal(expected, checks[0].Status);
        Assert.Equal(rows < 100, checks.Any(check => check.Status == GateStatus.NotJudged));
    }

    [Fact]
    public void With_fewer_than_two_groups_it_cannot_run() =>
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(Sets.Groups("gender", ("f", 100, 90), ("m", 99, 90)))).Status);

    [Fact]
    public void A_column_that_is_not_there_cannot_be_judged() =>
        Assert.Equal(("gender", GateStatus.CouldNotRun), Judge(Sets.Groups("sex", ("f", 100, 90), ("m", 100, 90))).Select(check => (check.Check, check.Status)).Single());

    [Fact]
    public void A_group_without_value_is_no_pass()
    {
        var set = Sets.Groups("gender", ("f", 100, 90), ("m", 100, 90));
        var scored = set with { Labels = [.. set.Labels.Select((label, row) => row < 100 ? label : 0)], Probabilities = [[.. set.Labels.Select((_, row) => row / 200.0)]] };

        var check = Assert.Single(Judge(Sets.Predicting(scored), null, Limits with { Metric = "roc_auc" }));

        Assert.Equal(GateStatus.CouldNotRun, check.Status);
        Assert.Contains("gender=m", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Previous_is_the_difference_that_the_champion_makes() => Assert.Equal(
        "0.5",
        Assert.Single(Judge(Sets.Predicting(Sets.Groups("gender", ("f", 100, 90), ("m", 100, 90))), Sets.Predicting(Sets.Groups("gender", ("f", 100, 40), ("m", 100, 90))), Limits)).Previous);

    [Fact]
    public void Without_predictions_it_cannot_run() => Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(GateLab.Nothing(), null, Limits)).Status);

    [Fact]
    public void Nothing_asked_is_not_judged() => Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(GateLab.Nothing(), null)).Status);

    private static IReadOnlyList<GateCheck> Judge(PredictionSet set) => Judge(Sets.Predicting(set), null, Limits);

    private static IReadOnlyList<GateCheck> Judge(ModelEvidence candidate, ModelEvidence? champion, params FairnessGateSection[] limits) =>
        GateLab.Judge(new FairnessGate(), GateLab.Case(new() { Fairness = limits }, candidate, champion, hasEvaluation: true));
}
