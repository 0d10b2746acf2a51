using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Slices;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates;

public sealed class SliceGateTests
{
    private static readonly SliceRuleSection AtLeast80 = new() { Metric = "accuracy", Min = 0.8 };

    [Theory]
    [InlineData(80, GateStatus.Passed)]
    [InlineData(79, GateStatus.Failed)]
    [InlineData(81, GateStatus.Passed)]
    public void Every_slice_has_the_smallest_value(int right, GateStatus expected)
    {
        var checks = Judge(Sets.Groups("plan", ("basic", 100, 100), ("pro", 100, right)), AtLeast80);

        Assert.Equal([("plan=basic accuracy", GateStatus.Passed), ("plan=pro accuracy", expected)], checks.Select(check => (check.Check, check.Status)));
    }

    [Theory]
    [InlineData(2.0, GateStatus.Passed)]
    [InlineData(2.01, GateStatus.Failed)]
    public void Every_slice_has_the_largest_value(double error, GateStatus expected) => Assert.Equal(
        expected, Judge(Sets.Off(("basic", 100, 1), ("pro", 100, error)), new SliceRuleSection { Metric = "mae", Max = 2 })[1].Status);

    // All rows together are right in 0.9, so that a slice with 0.84 is worse by 0.06: a bit more than 0.06 in floating point.
    [Theory]
    [InlineData(0.06, GateStatus.Passed)]
    [InlineData(0.0600001, GateStatus.Passed)]
    [InlineData(0.0599999, GateStatus.Failed)]
    public void The_gap_is_how_much_worse_a_slice_is_than_all_rows(double most, GateStatus expected)
    {
        var checks = Judge(Sets.Groups("plan", ("basic", 100, 96), ("pro", 100, 84)), new SliceRuleSection { Metric = "accuracy", MaxGap = most });

        Assert.Equal([("plan=basic accuracy gap", GateStatus.Passed), ("plan=pro accuracy gap", expected)], checks.Select(check => (check.Check, check.Status)));
        Assert.Equal("-0.06", checks[0].Value);
    }

    [Fact]
    public void The_gap_of_an_error_goes_the_other_way()
    {
        var checks = Judge(Sets.Off(("basic", 100, 1), ("pro", 100, 3)), new SliceRuleSection { Metric = "mae", MaxGap = 0.99 });

        Assert.Equal([("-1", GateStatus.Passed), ("1", GateStatus.Failed)], checks.Select(check => (check.Value, check.Status)));
    }

    [Theory]
    [InlineData(100, GateStatus.Failed)]
    [InlineData(99, GateStatus.NotJudged)]
    public void A_slice_needs_rows_to_be_judged(int rows, GateStatus expected)
    {
        var check = Judge(Sets.Groups("plan", ("basic", 100, 100), ("pro", rows, 0)), AtLeast80).Single(check => check.Check.StartsWith("plan=pro", StringComparison.Ordinal));

        Assert.Equal(expected, check.Status);
    }

    [Fact]
    public void When_no_slice_has_the_rows_it_cannot_run()
    {
        var checks = Judge(Sets.Groups("plan", ("basic", 99, 99), ("pro", 99, 99)), AtLeast80);

        Assert.Equal([GateStatus.CouldNotRun, GateStatus.NotJudged, GateStatus.NotJudged], checks.Select(check => check.Status));
    }

    [Fact]
    public void A_slice_without_value_is_no_pass()
    {
        var set = Sets.Groups("plan", ("basic", 100, 100), ("pro", 100, 100));
        var labels = set.Labels.Select((label, row) => row < 100 ? label : 0).ToArray();
        var scored = set with { Labels = labels, Probabilities = [[.. labels.Select((label, row) => (label + (row % 7 / 10.0)) / 2)]] };

        Assert.Equal([GateStatus.Passed, GateStatus.CouldNotRun], Judge(scored, new SliceRuleSection { Metric = "roc_auc", Min = 0.1 }).Select(check => check.Status));
    }

    [Fact]
    public void Only_the_columns_of_the_gate_are_judged_and_a_missing_one_is_no_pass()
    {
        var set = Sets.Groups("gender", ("f", 100, 10), ("m", 100, 10));
        var both = set with { Slices = [.. set.Slices, new("plan", new int[200], ["basic"])] };

        Assert.Equal(["plan=basic accuracy"], Judge(both, AtLeast80).Select(check => check.Check));
        Assert.Equal(("plan", GateStatus.CouldNotRun), Judge(set, AtLeast80).Select(check => (check.Check, check.Status)).First());
    }

    [Fact]
    public void Bins_are_no_part_of_the_columns_name()
    {
        var gate = new SliceGateSection { By = ["plan:bins(0,5)"], Rules = [AtLeast80] };

        Assert.Equal(["plan=basic accuracy"], Judge(Sets.Predicting(Sets.Groups("plan", ("basic", 100, 100))), null, gate).Select(check => check.Check));
    }

    [Fact]
    public void Previous_is_the_champion_on_the_same_slice()
    {
        var champion = Sets.Predicting(Sets.Groups("plan", ("basic", 100, 70), ("pro", 100, 90)));
        var gate = new SliceGateSection { By = ["plan"], Rules = [new() { Metric = "accuracy", Min = 0.5, MaxGap = 0.2 }] };

        var checks = Judge(Sets.Predicting(Sets.Groups("plan", ("basic", 100, 80), ("pro", 100, 80))), champion, gate);

        Assert.Equal(["0.7", "0.1", "0.9", "-0.1"], checks.Select(check => check.Previous));
    }

    [Fact]
    public void Of_many_slices_the_failed_ones_are_shown()
    {
        var groups = Enumerable.Range(0, 300).Select(index => ($"g{index:000}", 100, index == 250 ? 0 : 100)).ToArray();

        var checks = Judge(Sets.Groups("plan", groups), AtLeast80);

        Assert.Equal(("plan=g250 accuracy", CheckList.MaxShown), (checks[0].Check, checks.Count));
    }

    [Fact]
    public void Without_predictions_it_cannot_run() => Assert.Equal(
        GateStatus.CouldNotRun, Assert.Single(Judge(GateLab.Nothing(), null, new() { By = ["plan"], Rules = [AtLeast80] })).Status);

    [Fact]
    public void Nothing_asked_is_not_judged() => Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(GateLab.Nothing(), null, null)).Status);

    private static IReadOnlyList<GateCheck> Judge(PredictionSet set, SliceRuleSection rule) =>
        Judge(Sets.Predicting(set), null, new() { By = ["plan"], Rules = [rule] });

    private static IReadOnlyList<GateCheck> Judge(ModelEvidence candidate, ModelEvidence? champion, SliceGateSection? limits) =>
        GateLab.Judge(new SliceGate(), GateLab.Case(new() { Slices = limits }, candidate, champion, hasEvaluation: true));
}
