using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates.Champion;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

public class ComparisonPlansTests
{
    [Fact]
    public void Defaults_are_those_of_the_task()
    {
        var plan = Create(new(), new());
        Assert.Equal(("roc_auc", Hypothesis.Superior, 0, ComparisonMethod.Bootstrap), (plan.Metric.Name, plan.Hypothesis, plan.Tolerance, plan.Method));
        Assert.Equal((0.05, 2000, 17, 100), (plan.Alpha, plan.Resamples, plan.Seed, plan.MinSliceRows));
        Assert.Empty(plan.Also);
        Assert.Equal("rmse", ComparisonPlans.Create(new(), EvaluationTask.Regression, PredictedOutputs.Values).Metric.Name);
    }

    [Fact]
    public void The_call_wins_over_the_file()
    {
        var section = new ChampionGateSection
        {
            Metric = "accuracy",
            Hypothesis = Hypothesis.NonInferior,
            Tolerance = 0.01,
            Seed = 1,
            Also = [new() { Metric = "log_loss", NotWorseBy = 0.02 }, new() { Metric = "brier", NotWorseBy = 0.03 }],
        };
        var ofFile = Create(section, new());
        Assert.Equal(("accuracy", 0.01, 1), (ofFile.Metric.Name, ofFile.Tolerance, ofFile.Seed));
        Assert.Equal([("log_loss", 0.02), ("brier", 0.03)], ofFile.Also.Select(also => (also.Metric.Name, also.NotWorseBy!.Value)));

        var ofCall = Create(section, new() { Metric = "roc_auc", Tolerance = 0.005, Seed = 2, Also = ["brier", "mcc"], BySlice = true });
        Assert.Equal(("roc_auc", 0.005, 2, true), (ofCall.Metric.Name, ofCall.Tolerance, ofCall.Seed, ofCall.BySlice));
        Assert.Equal([("brier", (double?)0.03), ("mcc", null)], ofCall.Also.Select(also => (also.Metric.Name, also.NotWorseBy)));
        Assert.Equal(0, Create(section, new() { Hypothesis = Hypothesis.Superior }).Tolerance);
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        var failure = Assert.Throws<ModelOpsException>(() => Create(
            new() { Also = [new() { Metric = "brier", NotWorseBy = -1 }] }, new() { Metric = "roc_acu", Tolerance = 0.1, Alpha = 0.5, Resamples = 99 }));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.Equal(["MOP0002", "MOP0002", "MOP0002", "MOP0005", "MOP6005"], failure.Diagnostics.Select(finding => finding.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Hypothesis.Superior, 0.0, true)]
    [InlineData(Hypothesis.Superior, 1e-9, false)]
    [InlineData(Hypothesis.NonInferior, 0.0, false)]
    [InlineData(Hypothesis.NonInferior, 1e-9, true)]
    [InlineData(Hypothesis.Equivalent, 0.0, false)]
    [InlineData(Hypothesis.Equivalent, -0.1, false)]
    [InlineData(Hypothesis.Equivalent, double.NaN, false)]
    public void A_tolerance_belongs_to_non_inferiority_and_equivalence(Hypothesis hypothesis, double tolerance, bool isValid) =>
        Assert.Equal(isValid, Record.Exception(() => Create(new(), new() { Hypothesis = hypothesis, Tolerance = tolerance })) is null);

    [Theory]
    [InlineData(0.05, 100, true)]
    [InlineData(0.05, 99, false)]
    [InlineData(0.01, 500, true)]
    [InlineData(0.01, 499, false)]
    [InlineData(0.49, 100, true)]
    [InlineData(0.5, 2000, false)]
    [InlineData(0.05, 1_000_000, true)]
    [InlineData(0.05, 1_000_001, false)]
    [InlineData(0.0, 2000, false)]
    [InlineData(double.NaN, 2000, false)]
    public void The_ends_of_the_interval_lie_among_the_resamples(double alpha, int resamples, bool isValid) =>
        Assert.Equal(isValid, Record.Exception(() => Create(new(), new() { Alpha = alpha, Resamples = resamples })) is null);

    [Fact]
    public void A_baseline_has_to_be_beaten_by_its_amount_for_superiority()
    {
        Assert.Equal(0.1, Create(new(), new() { MinimumEffect = 0.1 }).MinimumEffect);
        Assert.Equal(0, Create(new() { Hypothesis = Hypothesis.NonInferior, Tolerance = 0.1 }, new() { MinimumEffect = 0.1 }).MinimumEffect);
    }

    private static ComparisonPlan Create(ChampionGateSection section, ComparisonOverrides overrides) =>
        ComparisonPlans.Create(section, EvaluationTask.Binary, PredictedOutputs.Probabilities, overrides);
}
