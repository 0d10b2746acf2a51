using System.Text.Json;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

/// <summary>Large labels and large weights cost no digits: tests/Reference/metrics/make_stability.py has computed with fractions.</summary>
public sealed class StabilityTests
{
    private static readonly JsonElement Reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceData.Root, "stability.json"))).RootElement;

    private static readonly PredictionSet Numbers = new() { Task = EvaluationTask.Regression, Labels = Column("labels"), Predictions = Column("predictions") };

    private static readonly PredictionSet Classes = new()
    {
        Task = EvaluationTask.Binary,
        Classes = ["0", "1"],
        Labels = Column("classes"),
        Predictions = Column("guesses"),
        Probabilities = [Column("scores")],
        Weights = Column("weights"),
    };

    [Fact]
    public void R2_of_labels_near_1e12_has_its_digits()
    {
        Check("r2", "r2", Numbers);
        Check("r2_weighted", "r2", Numbers with { Weights = Column("weights") });
    }

    [Theory]
    [InlineData("kappa")]
    [InlineData("roc_auc")]
    public void Weights_near_1e300_have_no_overflow(string metric) => Check(metric, metric, Classes);

    [Fact]
    public void A_common_factor_of_weights_changes_no_metric()
    {
        var small = Array.ConvertAll(Classes.Weights!, weight => weight / 1e300);
        foreach (var factor in new[] { 1e300, 1e-300 })
        {
            Same(Classes, factor);
            Same(Numbers, factor);
        }

        void Same(PredictionSet set, double factor) => Assert.All(MetricCatalog.For(set.Task, hasProbabilities: true), metric => Assert.Equal(
            Value(metric, set with { Weights = small }), Value(metric, set with { Weights = Array.ConvertAll(small, weight => weight * factor) }), 1e-12));
    }

    [Fact]
    public void The_constant_baseline_of_large_labels_has_an_r2_of_0() => Assert.Equal(0, Value(MetricCatalog.Parse("r2", EvaluationTask.Regression, false), Baselines.Constant(Numbers)), 1e-7);

    private static void Check(string expected, string metric, PredictionSet set) =>
        Assert.Equal(Reference.GetProperty(expected).GetDouble(), Value(MetricCatalog.Parse(metric, set.Task, hasProbabilities: true), set), 1e-9);

    private static double Value(IMetric metric, PredictionSet set) => metric.Prepare(set).Evaluate([]);

    private static double[] Column(string name) => [.. Reference.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
