using ModelOps.Abstractions.Hosting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>Predictions that tests compare.</summary>
internal static class Rows
{
    public static ComparisonPlan Plan(string metric, EvaluationTask task) =>
        new() { Metric = Metric(metric, task), Resamples = 400 };

    public static IMetric Metric(string name, EvaluationTask task) =>
        MetricCatalog.Parse(name, task, hasProbabilities: task is EvaluationTask.Binary);

    public static ComparisonOutcome Compare(PredictionSet challenger, PredictionSet champion, ComparisonPlan plan) =>
        Comparer.Compare(challenger, champion, plan, SilentProgress.Instance, CancellationToken.None);

    /// <summary>Scores of a binary task: the greater the separation, the better.</summary>
    public static PredictionSet Binary(int seed, int rows, double separation)
    {
        var (labels, errors) = (new Random(1), new Random(seed));
        var truth = new double[rows];
        var scores = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            truth[row] = labels.NextDouble() < 0.4 ? 1 : 0;
            scores[row] = Math.Clamp(0.5 + (separation * (truth[row] - 0.5)) + (0.5 * (errors.NextDouble() - 0.5)), 0.001, 0.999);
        }

        return new()
        {
            Task = EvaluationTask.Binary,
            Labels = truth,
            Predictions = Array.ConvertAll(scores, score => score >= 0.5 ? 1.0 : 0.0),
            Probabilities = [scores],
            Classes = ["no", "yes"],
        };
    }

    /// <summary>Predictions of numbers: the smaller the error, the better.</summary>
    public static PredictionSet Regression(int seed, int rows, double error)
    {
        var (labels, errors) = (new Random(1), new Random(seed));
        var truth = Enumerable.Range(0, rows).Select(_ => labels.NextDouble()).ToArray();
        return new()
        {
            Task = EvaluationTask.Regression,
            Labels = truth,
            Predictions = Array.ConvertAll(truth, value => value + (error * (errors.NextDouble() - 0.5))),
        };
    }
}
