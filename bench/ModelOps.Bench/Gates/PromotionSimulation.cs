using System.Globalization;
using MathNet.Numerics.Distributions;
using ModelOps.Abstractions.Hosting;
using ModelOps.Abstractions.Text;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Bench.Gates;

/// <summary>How often the comparison promotes a model that is not better, and one that is; beside a rule that promotes what is not below the champion.</summary>
internal static class PromotionSimulation
{
    private const int Rows = 500;
    private const int Resamples = 1000;
    private const double Alpha = 0.05;

    /// <summary>Prints a line for each metric and method.</summary>
    public static void Run(int runs)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Promotions in {runs} comparisons of {Rows} rows, alpha {Alpha}, {Resamples} resamples; standard error of a share up to {Math.Sqrt(Alpha * (1 - Alpha) / runs):0.0000} at alpha, {Math.Sqrt(0.25 / runs):0.0000} at a half"));
        Console.WriteLine("  metric     method      equal models: promoted   by >=   interval holds   better by      promoted   by >=   interval holds");
        Report(runs, "roc_auc", ComparisonMethod.Bootstrap, EvaluationTask.Binary, Area(1.2) - Area(1), (random, isBetter) => random.Classifiers(Rows, 0.3, isBetter ? 1.2 : 1, 1));
        Report(runs, "roc_auc", ComparisonMethod.Delong, EvaluationTask.Binary, Area(1.2) - Area(1), (random, isBetter) => random.Classifiers(Rows, 0.3, isBetter ? 1.2 : 1, 1));
        Report(runs, "accuracy", ComparisonMethod.Bootstrap, EvaluationTask.Binary, Accuracy(1.3) - Accuracy(1), (random, isBetter) => random.Classifiers(Rows, 0.5, isBetter ? 1.3 : 1, 1));
        Report(runs, "accuracy", ComparisonMethod.Mcnemar, EvaluationTask.Binary, Accuracy(1.3) - Accuracy(1), (random, isBetter) => random.Classifiers(Rows, 0.5, isBetter ? 1.3 : 1, 1));
        Report(runs, "mae", ComparisonMethod.Bootstrap, EvaluationTask.Regression, Error(1) - Error(0.95), (random, isBetter) => random.Regressions(Rows, isBetter ? 0.95 : 1, 1));
        Report(runs, "mae", ComparisonMethod.Wilcoxon, EvaluationTask.Regression, Error(1) - Error(0.95), (random, isBetter) => random.Regressions(Rows, isBetter ? 0.95 : 1, 1));
    }

    private static void Report(
        int runs, string metric, ComparisonMethod method, EvaluationTask task, double effect, Func<SyntheticModels, bool, (PredictionSet Challenger, PredictionSet Champion)> make)
    {
        var plan = new ComparisonPlan { Metric = MetricCatalog.Parse(metric, task, task == EvaluationTask.Binary), Method = method, Alpha = Alpha, Resamples = Resamples };
        var equal = Count(runs, plan, 0, seed => make(new(seed), false));
        var better = Count(runs, plan, effect, seed => make(new(seed), true));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {metric,-10} {ChoiceText.Of(method),-10} {equal.Promoted,24:0.000} {equal.NotBelow,7:0.000} {equal.Covered,16:0.000} {effect,11:0.0000} {better.Promoted,13:0.000} {better.NotBelow,7:0.000} {better.Covered,16:0.000}"));
    }

    private static (double Promoted, double NotBelow, double Covered) Count(
        int runs, ComparisonPlan plan, double effect, Func<int, (PredictionSet Challenger, PredictionSet Champion)> make)
    {
        var (promoted, notBelow, covered) = (0, 0, 0);
        Parallel.For(0, runs, run =>
        {
            var (challenger, champion) = make(run);
            var outcome = Comparer.Compare(challenger, champion, plan with { Seed = run }, SilentProgress.Instance, workers: 1, CancellationToken.None);
            Interlocked.Add(ref promoted, ComparisonDecision.Of(outcome, EvidencePolicy.Keep, allowIdentical: false).Decision == Decision.Promote ? 1 : 0);
            Interlocked.Add(ref notBelow, outcome.Primary.Effect >= 0 ? 1 : 0);
            Interlocked.Add(ref covered, outcome.Primary.Lower <= effect && effect <= outcome.Primary.Upper ? 1 : 0);
        });
        return ((double)promoted / runs, (double)notBelow / runs, (double)covered / runs);
    }

    private static double Area(double separation) => Normal.CDF(0, 1, separation / Math.Sqrt(2));

    private static double Accuracy(double separation) => Normal.CDF(0, 1, separation / 2);

    private static double Error(double deviation) => deviation * Math.Sqrt(2 / Math.PI);
}
