using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Data;
using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Tests.Gates;

public sealed class DataGateTests
{
    private static readonly DataGateSection Limits = new() { Inputs = "a.csv", Reference = "b.json" };

    // Half and half against 0.4 and 0.6: 0.1 ln(0.5/0.4) + 0.1 ln(0.6/0.5) = 0.1 ln 1.5 = 0.040546510810816.
    [Theory]
    [InlineData(0.0405465108108165, GateStatus.Passed)]
    [InlineData(0.04054652, GateStatus.Passed)]
    [InlineData(0.04054650, GateStatus.Failed)]
    public void A_column_moves_by_no_more_than_the_limit(double most, GateStatus expected)
    {
        var check = Assert.Single(Judge(Limits with { MaxPsi = most }, Profile(Column("age", 0.4, 0.6)), Profile(Column("age", 0.5, 0.5))));

        Assert.Equal(("age psi", expected), (check.Check, check.Status));
    }

    [Theory]
    [InlineData(0.02, GateStatus.Passed)]
    [InlineData(0.0201, GateStatus.Failed)]
    [InlineData(0.0199, GateStatus.Passed)]
    public void A_column_lacks_values_in_no_more_rows_than_the_limit(double missing, GateStatus expected)
    {
        var check = Assert.Single(Judge(Limits with { MaxMissing = 0.02 }, Profile(Column("age", 0.5, 0.5) with { Missing = missing }), Profile(Column("age", 0.5, 0.5))));

        Assert.Equal(("age missing", expected), (check.Check, check.Status));
    }

    [Fact]
    public void A_column_that_the_inputs_lack_fails()
    {
        var checks = Judge(Limits with { MaxPsi = 1 }, Profile(Column("age", 0.5, 0.5)), Profile(Column("age", 0.5, 0.5), Column("plan", 0.5, 0.5)));

        Assert.Equal([("plan", GateStatus.Failed), ("age psi", GateStatus.Passed)], checks.Select(check => (check.Check, check.Status)));
    }

    [Fact]
    public void A_named_column_that_the_reference_lacks_cannot_be_judged() => Assert.Equal(
        GateStatus.CouldNotRun,
        Assert.Single(Judge(Limits with { MaxPsi = 1, Columns = ["pln"] }, Profile(Column("pln", 0.5, 0.5)), Profile(Column("plan", 0.5, 0.5)))).Status);

    [Fact]
    public void Only_the_named_columns_are_judged() => Assert.Equal(
        ["age psi"],
        Judge(Limits with { MaxPsi = 1, Columns = ["age"] }, Profile(Column("age", 0.5, 0.5)), Profile(Column("age", 0.5, 0.5), Column("plan", 0.5, 0.5))).Select(check => check.Check));

    [Fact]
    public void Other_bins_than_those_of_the_reference_cannot_be_judged() => Assert.Equal(
        GateStatus.CouldNotRun,
        Assert.Single(Judge(Limits with { MaxPsi = 1 }, Profile(Column("age", 0.5, 0.5) with { Edges = [7] }), Profile(Column("age", 0.5, 0.5)))).Status);

    [Fact]
    public void The_worst_comes_first_and_a_wide_table_is_cut()
    {
        var reference = Profile([.. Enumerable.Range(0, 200).Select(index => Column($"c{index}", 0.5, 0.5))]);
        var inputs = Profile([.. Enumerable.Range(0, 200).Select(index => Column($"c{index}", index == 150 ? 0.1 : 0.5, index == 150 ? 0.9 : 0.5))]);

        var checks = Judge(Limits with { MaxPsi = 0.25, MaxMissing = 0.5 }, inputs, reference);

        Assert.Equal((CheckList.MaxShown, "c150 psi", GateStatus.Failed), (checks.Count, checks[0].Check, checks[0].Status));
        Assert.Single(checks, check => check.Status == GateStatus.Failed);
    }

    [Fact]
    public void Without_inputs_or_reference_it_cannot_run()
    {
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(Limits with { MaxPsi = 1 }, null, Profile(Column("age", 0.5, 0.5)))).Status);
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(Limits with { MaxPsi = 1 }, Profile(Column("age", 0.5, 0.5)), null)).Status);
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(Limits with { MaxPsi = 1 }, Profile(Column("age", 0.5, 0.5)) with { Rows = 0 }, Profile(Column("age", 0.5, 0.5)))).Status);
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(Limits with { MaxPsi = 1 }, Profile(), Profile())).Status);
    }

    [Fact]
    public void Nothing_asked_is_not_judged() => Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(null, null, null)).Status);

    private static ColumnProfile Column(string name, double low, double high) => new(name, [0], [], [low, high], 0);

    private static DataProfile Profile(params ColumnProfile[] columns) => new(1000, columns);

    private static IReadOnlyList<GateCheck> Judge(DataGateSection? limits, DataProfile? inputs, DataProfile? reference) => GateLab.Judge(
        new DataGate(), GateLab.Case(new() { Data = limits }, GateLab.Nothing() with { Inputs = new(inputs), Reference = new(reference) }));
}
