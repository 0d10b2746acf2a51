using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Evaluation.Metrics;

public sealed class KernelTests
{
    [Theory]
    [InlineData(EvaluationTask.Binary)]
    [InlineData(EvaluationTask.Multiclass)]
    [InlineData(EvaluationTask.Regression)]
    [InlineData(EvaluationTask.Ranking)]
    public void A_resample_allocates_nothing(EvaluationTask task)
    {
        var set = RandomSets.Make(task, 500, seed: 4);
        var counts = Enumerable.Range(0, set.Count).Select(row => (byte)(row / 4 % 3)).ToArray();
        foreach (var metric in MetricCatalog.For(task, hasProbabilities: true))
        {
            var kernel = metric.Prepare(set);
            Assert.False(double.IsNaN(kernel.Evaluate(counts)), metric.Name);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var resample = 0; resample < 50; resample++)
            {
                kernel.Evaluate(counts);
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() == before, metric.Name);
        }
    }

    [Theory]
    [InlineData(EvaluationTask.Binary)]
    [InlineData(EvaluationTask.Multiclass)]
    [InlineData(EvaluationTask.Regression)]
    [InlineData(EvaluationTask.Ranking)]
    public void Threads_share_a_kernel(EvaluationTask task)
    {
        var set = RandomSets.Make(task, 400, seed: 8);
        var resamples = Enumerable.Range(0, 64).Select(seed => Enumerable.Range(0, set.Count).Select(row => (byte)(((row / 4 * 7) + seed) % 3)).ToArray()).ToArray();
        foreach (var metric in MetricCatalog.For(task, hasProbabilities: true))
        {
            var kernel = metric.Prepare(set);
            var expected = Array.ConvertAll(resamples, counts => kernel.Evaluate(counts));
            var found = new double[resamples.Length];
            Parallel.For(0, resamples.Length, index => found[index] = kernel.Evaluate(resamples[index]));
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Hundreds_of_classes_are_counted()
    {
        var labels = Enumerable.Range(0, 3000).Select(row => (double)(row % 300)).ToArray();
        var set = new PredictionSet { Task = EvaluationTask.Multiclass, Labels = labels, Predictions = [.. labels.Select((label, row) => row % 10 == 0 ? (label + 1) % 300 : label)] };
        Assert.Equal(0.9, Evaluate("accuracy", set), 1e-12);
        Assert.Equal(0.9, Evaluate("balanced_accuracy", set), 1e-12);
        Assert.Equal(0.9, Evaluate("f1_micro", set), 1e-12);
    }

    [Fact]
    public void A_class_whose_rows_weigh_0_does_not_occur()
    {
        var set = new PredictionSet { Task = EvaluationTask.Multiclass, Labels = [0, 1, 2], Predictions = [0, 1, 1], Weights = [1, 1, 0] };
        Assert.Equal(1, Evaluate("recall", set));
        Assert.Equal(1, Evaluate("precision", set));
    }

    [Fact]
    public void Relevances_below_0_have_no_gain()
    {
        var set = new PredictionSet { Task = EvaluationTask.Ranking, Labels = [1, -1], Predictions = [2, 1], Queries = [0, 0] };
        Assert.Equal(double.NaN, Evaluate("ndcg", set));
        Assert.Equal(1, Evaluate("ndcg", set with { Labels = [1, 0] }));
    }

    [Fact]
    public void Labels_that_are_equal_but_for_rounding_have_no_spread()
    {
        var labels = Enumerable.Repeat(0.1, 1001).ToArray();
        var set = new PredictionSet { Task = EvaluationTask.Regression, Labels = labels, Predictions = Array.ConvertAll(labels, label => label + 1e-3) };
        Assert.Equal(0, Evaluate("r2", set));
    }

    [Fact]
    public void A_probability_on_an_edge_belongs_to_the_bin_below()
    {
        // Bins (0, 0.5] and (0.5, 1]: together the first two rows are calibrated, apart they are not.
        var set = new PredictionSet { Task = EvaluationTask.Binary, Labels = [0, 1], Predictions = [0, 1], Probabilities = [[0.5, 0.5]] };
        Assert.Equal(0, Evaluate("ece@2", set));
        Assert.Equal(0.5, Evaluate("ece@2", set with { Probabilities = [[0.5, Math.BitIncrement(0.5)]] }), 1e-12);
    }

    private static double Evaluate(string metric, PredictionSet set) =>
        MetricCatalog.Parse(metric, set.Task, set.Probabilities.Count > 0).Prepare(set).Evaluate([]);
}
