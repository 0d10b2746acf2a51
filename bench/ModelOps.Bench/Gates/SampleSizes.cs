using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Bench.Gates;

/// <summary>How often the comparison calls one of two equal models better, by the number of rows.</summary>
internal static class SampleSizes
{
    private const int Resamples = 1000;
    private const double Alpha = 0.05;

    /// <summary>Prints a line for each number of rows.</summary>
    public static void Run(int runs, IEnumerable<int> sizes)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Equal models called better in {runs} comparisons, alpha {Alpha}, {Resamples} resamples; standard error at alpha {Math.Sqrt(Alpha * (1 - Alpha) / runs):0.0000}"));
        Console.WriteLine("     rows   roc_auc bootstrap   roc_auc delong   mae bootstrap   mae wilcoxon");
        foreach (var rows in sizes)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {rows,7} {Share("roc_auc", ComparisonMethod.Bootstrap),19} {Share("roc_auc", ComparisonMethod.Delong),16} {Share("mae", ComparisonMethod.Bootstrap),15} {Share("mae", ComparisonMethod.Wilcoxon),14}"));

            string Share(string metric, ComparisonMethod method) => Better(runs, rows, metric, method).ToString("0.0000", CultureInfo.InvariantCulture);
        }
    }

    // Rows on which a metric has no value, such as those of one class, are no promotion.
    private static double Better(int runs, int rows, string metric, ComparisonMethod method)
    {
        var task = metric == "mae" ? EvaluationTask.Regression : EvaluationTask.Binary;
        var plan = new ComparisonPlan { Metric = MetricCatalog.Parse(metric, task, task == EvaluationTask.Binary), Method = method, Alpha = Alpha, Resamples = Resamples };
        var better = 0;
        Parallel.For(0, runs, run =>
        {
            var models = new SyntheticModels(run);
            var (challenger, champion) = task == EvaluationTask.Binary ? models.Classifiers(rows, 0.3, 1, 1) : models.Regressions(rows, 1, 1);
            try
            {
                var outcome = Comparer.Compare(challenger, champion, plan with { Seed = run }, SilentProgress.Instance, workers: 1, CancellationToken.None);
                Interlocked.Add(ref better, outcome.IsShown ? 1 : 0);
            }
            catch (ModelOpsException)
            {
            }
        });
        return (double)better / runs;
    }
}
