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
            return Conclude(plan, EvidenceCollector.Evaluate(challenger, [plan.Metric, .. metrics]), [], [], challenger.Count, areIdentical: true);
        }

        var all = collector.Collect(challenger, champion, metrics, cancellationToken);
        var (slices, skipped) = new SliceComparer(plan, collector).Compare(challenger, champion, cancellationToken);
        return Conclude(plan, all, slices, skipped, challenger.Count, areIdentical: false);
    }

    /// <summary>Whether both models predict the same on every row, probabilities included.</summary>
    public static bool AreIdentical(PredictionSet challenger, PredictionSet champion) =>
        challenger.Predictions.AsSpan().SequenceEqual(champion.Predictions)
        && challenger.Probabilities.Count == champion.Probabilities.Count
        && challenger.Probabilities.Zip(champion.Probabilities).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    // The first comparison is the primary one; the others follow in the order of the plan.
    private static ComparisonOutcome Conclude(
        ComparisonPlan plan, IReadOnlyList<MetricComparison> all, IReadOnlyList<ClaimedComparison> slices, IReadOnlyList<string> skipped, int rows, bool areIdentical)
    {
        var primary = ClaimedComparison.Primary(plan, all[0], rows);
        ClaimedComparison[] others = [.. plan.Also.Select((also, index) => ClaimedComparison.Secondary(also, all[index + 1], rows)), .. slices];
        var adjusted = Claims.Adjust([.. others.Select(other => other.Claims)]);
        ComparisonRow[] rowsOfOthers = [.. others.Select((other, index) => other.ToRow(plan.Alpha, adjusted[index]))];
        var row = primary.ToRow(plan.Alpha, adjusted: null);
        var power = new PowerAnalysis(plan, primary.Comparison.Evidence);
        return new()
        {
            Plan = plan,
            Primary = row,
            Others = rowsOfOthers,
            NotCompared = skipped,
            IsShown = primary.Claims.IsShown(plan.Alpha),
            WorseThanAccepted = [.. rowsOfOthers.Where((other, index) => others[index].Blocks && other.Verdict == ComparisonVerdict.Worse)],
            Power = power.Power(),
            MoreRows = row.Verdict == ComparisonVerdict.NotEnoughEvidence ? power.MoreRows(rows) : 0,
            AreIdentical = areIdentical,
        };
    }
}
