using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Evaluation;

/// <summary>Scores of any size order the rows, and are no probabilities.</summary>
public sealed class ScoreTests : IDisposable
{
    private const string Margins = "y,m,c,s\n1,12.5,1,0.9\n0,-3e4,0,0.1\n1,0.25,0,0.4\n0,7,1,0.6\n0,0.25,0,0.4\n1,1e9,1,0.95\n";

    private static readonly PredictionColumns Score = PredictionLab.Binary with { Prediction = null, Score = "m" };

    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    // The column of probabilities has the same order and the same ties.
    [Theory]
    [InlineData("roc_auc")]
    [InlineData("pr_auc")]
    public async Task Metrics_of_the_order_are_those_of_any_numbers_in_that_order(string metric)
    {
        var scored = await _lab.ReadAsync(Margins, Score);
        var likely = await _lab.ReadAsync(Margins, PredictionLab.Binary with { Prediction = null, Probability = ["s"] });

        Assert.Equal(Value(metric, likely), Value(metric, scored), 1e-15);
        Assert.Equal(["roc_auc", "pr_auc"], MetricCatalog.For(EvaluationTask.Binary, scored.Outputs).Select(found => found.Name));
        Assert.Equal("roc_auc", MetricCatalog.Primary(EvaluationTask.Binary, scored.Outputs).Name);
    }

    [Fact]
    public async Task Classes_beside_the_scores_have_their_metrics_too()
    {
        var set = await _lab.ReadAsync(Margins, Score with { Prediction = "c" });
        Assert.Equal(4.0 / 6, Value("accuracy", set), 1e-15);
        Assert.Equal(Value("roc_auc", await _lab.ReadAsync(Margins, Score)), Value("roc_auc", set));
        Assert.DoesNotContain(MetricCatalog.For(EvaluationTask.Binary, set.Outputs), metric => metric.Name is "log_loss" or "brier" or "ece");
    }

    [Theory]
    [InlineData("log_loss", false, "needs probabilities, and scores only order the rows")]
    [InlineData("brier", true, "needs probabilities")]
    [InlineData("f1", false, "needs predicted classes, which do not follow from scores")]
    [InlineData("accuracy", false, "needs predicted classes")]
    public void What_scores_do_not_say_is_refused(string metric, bool hasClasses, string part)
    {
        var columns = Score with { Prediction = hasClasses ? "c" : null };
        var refused = Assert.Throws<ModelOpsException>(() => MetricChoice.Of([metric], columns));
        Assert.Contains(part, Assert.Single(refused.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EvaluationTask.Multiclass, null, "for binary tasks")]
    [InlineData(EvaluationTask.Regression, null, "for binary tasks")]
    [InlineData(EvaluationTask.Binary, "s", "exclude each other")]
    public void Scores_are_for_binary_tasks_and_in_place_of_probabilities(EvaluationTask task, string? probability, string part)
    {
        var columns = Score with { Task = task, Probability = probability is null ? [] : [probability] };
        Assert.Contains(ColumnRules.Find(columns), problem => problem.Name == "score" && problem.Message.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_score_is_a_finite_number() =>
        Assert.Equal(("MOP6003", 3, "Column 'm': expected a finite number, found 'inf'."), await _lab.RefuseOnceAsync("y,m\n1,2\n0,inf\n", Score));

    private static double Value(string metric, PredictionSet set) => MetricCatalog.Parse(metric, set.Task, set.Outputs).Prepare(set).Evaluate([]);
}
