using System.Diagnostics;
using System.Globalization;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Reporting.Curves;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Bench.Gates;

/// <summary>Times a comparison of two binary models, and the metrics and curves of a report, beside evaluating the metric once.</summary>
internal static class MillionRows
{
    /// <summary>Prints the fastest of some rounds.</summary>
    public static void Run(int rows, int resamples, int rounds)
    {
        var metric = MetricCatalog.Parse("roc_auc", EvaluationTask.Binary, hasProbabilities: true);
        var (challenger, champion) = new SyntheticModels(seed: 1).Classifiers(rows, positives: 0.1, challenger: 1.02, champion: 1);
        var plan = new ComparisonPlan { Metric = metric, Resamples = resamples };
        var (single, all, evaluation, report) = (TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            evaluation = Faster(evaluation, () => metric.Prepare(Unsorted(challenger)).Evaluate([]));
            report = Faster(report, () =>
            {
                var (first, second) = (Unsorted(challenger), Unsorted(champion));
                MetricPairs.Of(first, second, MetricCatalog.For(EvaluationTask.Binary, hasProbabilities: true));
                CurveBuilder.Build(first, second);
            });
            all = Faster(all, () => Comparer.Compare(challenger, champion, plan, SilentProgress.Instance, CancellationToken.None));
            single = Faster(single, () => Comparer.Compare(challenger, champion, plan, SilentProgress.Instance, workers: 1, CancellationToken.None));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Paired bootstrap of roc_auc, {rows} rows, {resamples} resamples, best of {rounds}, beside one evaluation of roc_auc with its sorting"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  one evaluation             {evaluation.TotalSeconds,8:0.000} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  metrics, curves of both    {report.TotalSeconds,8:0.000} s  {report / evaluation,8:0.0} times"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  comparison, {Environment.ProcessorCount} cores        {all.TotalSeconds,8:0.000} s  {all / evaluation,8:0.0} times"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  comparison, 1 core         {single.TotalSeconds,8:0.000} s  {single / evaluation,8:0.0} times"));
    }

    // Scores that are sorted once stay so: a copy has to be sorted again.
    private static PredictionSet Unsorted(PredictionSet set) => set with { Probabilities = [[.. set.Probabilities[0]]] };

    private static TimeSpan Faster(TimeSpan fastest, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed < fastest ? watch.Elapsed : fastest;
    }
}
