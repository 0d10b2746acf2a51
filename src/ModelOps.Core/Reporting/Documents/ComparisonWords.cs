using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>A comparison in sentences.</summary>
internal static class ComparisonWords
{
    /// <summary>What was seen, in one sentence.</summary>
    public static string Effect(ReportComparison comparison)
    {
        var row = comparison.Primary;
        var interval = $"{IntervalText.Of(row, comparison.Level)}, {ReportText.Count(row.Rows, "row")}";
        return row.Verdict switch
        {
            ComparisonVerdict.Better => $"The challenger is better on {row.Metric} by {ReportText.Number(row.Effect)} ({interval}).",
            ComparisonVerdict.NotWorse => $"The challenger is not worse on {row.Metric}: {ReportText.Difference(row.Effect)} ({interval}), within the tolerance of {ReportText.Chosen(comparison.Tolerance)}.",
            ComparisonVerdict.Worse => $"The challenger is worse on {row.Metric} by {ReportText.Number(Math.Abs(row.Effect))} ({interval}).",
            _ => $"The rows do not decide: {row.Metric} differs by {ReportText.Difference(row.Effect)} ({interval}).",
        };
    }

    /// <summary>All that follows from it.</summary>
    public static IReadOnlyList<string> All(ReportComparison comparison) =>
    [
        .. comparison.AreIdentical ? ["Both models made the same prediction on every row: most likely a model was compared with itself."] : Array.Empty<string>(),
        Effect(comparison),
        .. Losses(comparison),
        Hypothesis(comparison),
        .. Power(comparison),
        .. MoreRows(comparison),
        Method(comparison),
    ];

    /// <summary>Other metrics of which the rows show that the challenger is worse, whether that stops it or not.</summary>
    public static IEnumerable<string> Losses(ReportComparison comparison) => comparison.Others.Where(row => row is { Slice: "", Verdict: ComparisonVerdict.Worse })
        .Select(row => $"It is worse on {row.Metric} by {ReportText.Number(Math.Abs(row.Effect))} ({IntervalText.Of(row, comparison.Level)}).");

    private static string Hypothesis(ReportComparison comparison)
    {
        var tolerance = ReportText.Chosen(comparison.Tolerance);
        var aim = comparison.Hypothesis switch
        {
            ModelOps.Evaluation.Comparison.Hypothesis.Superior => "the challenger is better than the champion",
            ModelOps.Evaluation.Comparison.Hypothesis.NonInferior => $"the challenger is not worse by {tolerance} or more",
            _ => $"the two differ by less than {tolerance}",
        };
        return $"To be shown: {aim}. {(comparison.IsShown ? "It is shown" : "It is not shown")} at alpha {ReportText.Chosen(comparison.Alpha)} (p {ReportText.Probability(comparison.Primary.P)}).";
    }

    private static IEnumerable<string> Power(ReportComparison comparison)
    {
        if (double.IsFinite(comparison.Power))
        {
            var condition = comparison.Hypothesis == ModelOps.Evaluation.Comparison.Hypothesis.Superior ? "if the true effect is the one that was seen" : "if both models are equally good";
            yield return $"Power: these rows show it with a probability of {ReportText.Percent(comparison.Power)} {condition}.";
        }
    }

    private static IEnumerable<string> MoreRows(ReportComparison comparison)
    {
        if (comparison.Primary.Verdict == ComparisonVerdict.NotEnoughEvidence && comparison.MoreRows != 0)
        {
            yield return comparison.MoreRows is { } more
                ? $"About {ReportText.Count(more)} further labelled rows would decide with a probability of 80 % if the effect is as it was seen."
                : "No number of further rows is expected to show it if the effect is as it was seen.";
        }
    }

    private static string Method(ReportComparison comparison)
    {
        var resamples = comparison.Method == ComparisonMethod.Bootstrap
            ? $" with {ReportText.Count(comparison.Resamples)} resamples and the seed {comparison.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}"
            : "";
        var correction = comparison.Others.Any(row => row.AdjustedP is not null) ? " P values of slices are corrected after Holm, and so are those of metrics that cannot block." : "";
        var typical = comparison.Method == ComparisonMethod.Wilcoxon ? " It is the effect on the typical row, which a few large errors do not move." : "";
        return $"Weighed by {Words.Of(comparison.Method)}{resamples}; an effect above 0 means that the challenger is better.{typical}{correction}";
    }
}
