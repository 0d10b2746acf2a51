using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Metrics;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates;

public sealed class MetricsGateTests
{
    [Theory]
    [InlineData(85, 0.84, null, GateStatus.Passed)]
    [InlineData(84, 0.84, null, GateStatus.Passed)]
    [InlineData(83, 0.84, null, GateStatus.Failed)]
    [InlineData(83, null, 0.84, GateStatus.Passed)]
    [InlineData(84, null, 0.84, GateStatus.Passed)]
    [InlineData(85, null, 0.84, GateStatus.Failed)]
    [InlineData(84, 0.8, 0.9, GateStatus.Passed)]
    public void A_metric_of_predictions_has_a_smallest_and_a_largest_value(int percent, double? min, double? max, GateStatus expected)
    {
        var check = Assert.Single(Judge(Sets.Predicting(Sets.Right(percent)), null, new MetricGateSection { Name = "accuracy", Min = min, Max = max }));

        Assert.Equal(("accuracy", expected), (check.Check, check.Status));
    }

    [Fact]
    public void The_limit_is_exact_to_the_last_bit()
    {
        var model = Sets.Predicting(Sets.Right(84));
        var checks = Judge(
            model, null, Min("accuracy", Math.BitIncrement(0.84)), Min("accuracy", Math.BitDecrement(0.84)), Max("accuracy", Math.BitIncrement(0.84)), Max("accuracy", Math.BitDecrement(0.84)));

        Assert.Equal([GateStatus.Failed, GateStatus.Passed, GateStatus.Passed, GateStatus.Failed], checks.Select(check => check.Status));
    }

    [Theory]
    [InlineData(MetricSource.File, "profit (file)")]
    [InlineData(MetricSource.Run, "profit (run)")]
    public void A_metric_of_ones_own_comes_from_its_file_or_run(MetricSource from, string name)
    {
        var limits = new MetricGateSection { Name = "profit", Min = 10, From = from };
        var champion = Own(12);

        var passed = Assert.Single(Judge(Own(10), champion, limits));
        var failed = Assert.Single(Judge(Own(9.99), champion, limits));

        Assert.Equal((name, GateStatus.Passed, "10", ">= 10", "12"), (passed.Check, passed.Status, passed.Value, passed.Limit, passed.Previous));
        Assert.Equal((name, GateStatus.Failed, "9.99"), (failed.Check, failed.Status, failed.Value));
    }

    [Fact]
    public void A_metric_that_is_nowhere_is_no_pass_and_the_nearest_is_suggested()
    {
        var checks = Judge(Own(1), null, new MetricGateSection { Name = "proft", Min = 0, From = MetricSource.Run }, new() { Name = "x", Max = 1, From = MetricSource.File });

        Assert.All(checks, check => Assert.Equal(GateStatus.CouldNotRun, check.Status));
        Assert.Contains("Did you mean 'profit'?", checks[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MetricSource.Predictions, "add `evaluation`")]
    [InlineData(MetricSource.File, "write {metrics}")]
    [InlineData(MetricSource.Run, "log the metric")]
    public void Without_evidence_it_cannot_run_and_says_what_to_do(MetricSource from, string message)
    {
        var check = Assert.Single(Judge(GateLab.Nothing(), null, new MetricGateSection { Name = "accuracy", Min = 0.5, From = from }));

        Assert.Equal(GateStatus.CouldNotRun, check.Status);
        Assert.Contains(message, check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_evidence_cannot_be_had_is_said()
    {
        var model = GateLab.Nothing() with { Predictions = Evidence<PredictionSet>.Unavailable("the command ended with exit code 2") };

        Assert.Equal("the command ended with exit code 2", Assert.Single(Judge(model, null, Min("accuracy", 0))).Message);
    }

    [Fact]
    public void A_metric_without_value_is_no_pass_and_keeps_no_other_from_being_judged()
    {
        var oneClass = Sets.Right(50) with { Labels = new double[100], Probabilities = [[.. Enumerable.Range(0, 100).Select(row => row / 100.0)]] };

        var checks = Judge(Sets.Predicting(oneClass), null, Min("roc_auc", 0), Min("no_metric", 0), Min("accuracy", 0));

        Assert.Equal([GateStatus.CouldNotRun, GateStatus.CouldNotRun, GateStatus.Passed], checks.Select(check => check.Status));
        Assert.Contains("MOP6005", checks[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_logged_value_that_is_no_number_is_no_pass(double value) => Assert.Equal(
        GateStatus.CouldNotRun, Assert.Single(Judge(Own(value), null, new MetricGateSection { Name = "profit", Min = 0, From = MetricSource.Run })).Status);

    [Fact]
    public void Previous_is_the_champions_value_else_that_of_its_validation()
    {
        var earlier = GateLab.Nothing() with { EarlierValues = new Dictionary<string, string> { ["metrics/accuracy"] = "0.7" } };

        Assert.Equal("0.8", Assert.Single(Judge(Sets.Predicting(Sets.Right(84)), Sets.Predicting(Sets.Right(80)), Min("accuracy", 0))).Previous);
        Assert.Equal("0.7", Assert.Single(Judge(Sets.Predicting(Sets.Right(84)), earlier, Min("accuracy", 0))).Previous);
    }

    [Fact]
    public void Nothing_asked_is_not_judged() => Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(GateLab.Nothing(), null)).Status);

    private static MetricGateSection Min(string name, double min) => new() { Name = name, Min = min };

    private static MetricGateSection Max(string name, double max) => new() { Name = name, Max = max };

    private static ModelEvidence Own(double profit)
    {
        var metrics = new Evidence<IReadOnlyDictionary<string, double>>(new Dictionary<string, double> { ["profit"] = profit });
        return GateLab.Nothing() with { FileMetrics = metrics, RunMetrics = metrics };
    }

    private static IReadOnlyList<GateCheck> Judge(ModelEvidence candidate, ModelEvidence? champion, params MetricGateSection[] limits) =>
        GateLab.Judge(new MetricsGate(), GateLab.Case(new() { Metrics = limits }, candidate, champion, hasEvaluation: true));
}
