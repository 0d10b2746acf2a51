using FsCheck;
using FsCheck.Fluent;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Comparison;

public class PowerAnalysisTests
{
    private static readonly ComparisonPlan Superior = new() { Metric = MetricCatalog.Parse("accuracy", EvaluationTask.Binary, hasProbabilities: false) };

    // power.z of a one-sided test at 5 %: 80 % at a distance of 1.644854 + 0.841621 standard errors, 5 % at none.
    [Theory]
    [InlineData(2.486475, 0.8)]
    [InlineData(0, 0.05)]
    public void Power_of_superiority_is_that_at_the_effect_seen(double effect, double expected) =>
        Assert.Equal(expected, new PowerAnalysis(Superior, new NormalEvidence(effect, 1)).Power(), 1e-6);

    [Theory]
    [InlineData(Hypothesis.NonInferior, 2.486475, 0.8)]
    [InlineData(Hypothesis.Equivalent, 2.486475, 0.6)]
    [InlineData(Hypothesis.Equivalent, 0.5, 0)]
    internal void Power_within_a_tolerance_is_that_of_equal_models(Hypothesis hypothesis, double tolerance, double expected) =>
        Assert.Equal(expected, new PowerAnalysis(Superior with { Hypothesis = hypothesis, Tolerance = tolerance }, new NormalEvidence(7, 1)).Power(), 1e-6);

    // (2.486475 / distance)^2 times as many rows.
    [Theory]
    [InlineData(Hypothesis.Superior, 0, 1, 519)]
    [InlineData(Hypothesis.Superior, 0, -1, 519)]
    [InlineData(Hypothesis.NonInferior, 3, -2, 519)]
    [InlineData(Hypothesis.NonInferior, 3, -4, 519)]
    [InlineData(Hypothesis.Equivalent, 3, 2, 519)]
    [InlineData(Hypothesis.Equivalent, 3, -4, 519)]
    [InlineData(Hypothesis.Superior, 0, 2.6, 1)]
    internal void Further_rows_reach_the_nearest_margin(Hypothesis hypothesis, double tolerance, double effect, long expected) =>
        Assert.Equal(expected, new PowerAnalysis(Superior with { Hypothesis = hypothesis, Tolerance = tolerance }, new NormalEvidence(effect, 1)).MoreRows(100));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1e-7, 1)]
    [InlineData(0, 0)]
    public void No_number_of_rows_tells_a_margin_from_itself(double effect, double error) =>
        Assert.Null(new PowerAnalysis(Superior, new NormalEvidence(effect, error)).MoreRows(100));

    [Fact]
    public void Further_rows_are_some_and_fewer_the_farther_the_effect_is() => Prop.ForAll(
        Gen.Choose(1, 10_000).ToArbitrary(), Gen.Choose(1, 10_000).ToArbitrary(), Gen.Choose(1, 100_000).ToArbitrary(), (near, further, rows) =>
        {
            var (few, many) = (Rows(near + further), Rows(near));
            return few is null or >= 1 && (many is null || few <= many);

            long? Rows(int effect) => new PowerAnalysis(Superior, new NormalEvidence(effect / 1e4, 1)).MoreRows(rows);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_minimum_moves_the_margin()
    {
        var analysis = new PowerAnalysis(Superior with { MinimumEffect = 1 }, new NormalEvidence(2, 1));
        Assert.Equal(new PowerAnalysis(Superior, new NormalEvidence(1, 1)).Power(), analysis.Power());
        Assert.Equal(519, analysis.MoreRows(100));
    }
}
