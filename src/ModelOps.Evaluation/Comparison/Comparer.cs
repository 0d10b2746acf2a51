using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>Compares two models on the same rows.</summary>
internal static class Comparer
{
    /// <summary>Compares a challenger with a champion.</summary>
    /// <param name="challenger">Predictions of the challenger.</param>
    /// <param name="champion">Predictions of the champion on the same rows in the same order, with the same classes.</param>
    /// <param name="plan">How they are compared.</param>
    /// <param name="progress">Shows the resamples.</param>
    /// <param name="cancellationToken">Ends the comparison between two resamples.</param>
    /// <exception cref="ModelOpsException">The method does not fit, or a metric has no value on the rows.</exception>
    public static ComparisonOutcome Compare(
        PredictionSet challenger, PredictionSet champion, ComparisonPlan plan, IProgressSink progress, CancellationToken cancellationToken) =>
        Compare(challenger, champion, plan, progress, Environment.ProcessorCount, cancellationToken);

    /// <summary>The same on a number of threads, which changes the time and never a number.</summary>
    public static ComparisonOutcome Compare(
        PredictionSet challenger, PredictionSet champion, ComparisonPlan plan, IProgressSink progress, int workers, CancellationToken cancellationToken)
    {
        if (challenger.Count != champion.Count)
        {
            throw new ArgumentException($"{champion.Count} rows of the champion for {challenger.Count} of the challenger: they have to be aligned.", nameof(champion));
        }

        MethodFit.Check(plan, challenger);
        IMetric[] metrics = [.. plan.Also.Select(also => also.Metric)];
        var collector = new EvidenceCollector(plan, workers, progress);
        if (AreIdentical(challenger, champion))
        {
            var same = EvidenceCollector.Evaluate(challenger, [plan.Metric, .. metrics]);
            return ComparisonConclusion.Of(plan, same, [], challenger.Count) with { AreIdentical = true, Floor = TrivialFloor.Of(plan, challenger) };
        }

        var all = collector.Collect(challenger, champion, metrics, cancellationToken);
        var (slices, skipped) = new SliceComparer(plan, collector).Compare(challenger, champion, cancellationToken);
        return ComparisonConclusion.Of(plan, all, slices, challenger.Count) with { NotCompared = skipped, Floor = TrivialFloor.Of(plan, challenger) };
    }

    /// <summary>Whether both models predict the same on every row, probabilities included.</summary>
    public static bool AreIdentical(PredictionSet challenger, PredictionSet champion) =>
        challenger.Predictions.AsSpan().SequenceEqual(champion.Predictions)
        && challenger.Probabilities.Count == champion.Probabilities.Count
        && challenger.Probabilities.Zip(champion.Probabilities).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
