using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>The interval of an effect in words.</summary>
internal static class IntervalText
{
    private const string None = "no interval";

    /// <summary>Whether there is one: an effect that is the same on every resample of a metric without limits has none, and bounds that stand for it.</summary>
    public static bool IsKnown(ComparisonRow row) => IsBound(row.Lower) && IsBound(row.Upper);

    /// <summary>Both ends.</summary>
    public static string Of(ComparisonRow row) => IsKnown(row) ? $"{ReportText.Difference(row.Lower)} to {ReportText.Difference(row.Upper)}" : None;

    /// <summary>Both ends, and of what level they are.</summary>
    public static string Of(ComparisonRow row, double level) => IsKnown(row) ? $"{ReportText.Percent(level)} interval {Of(row)}" : None;

    private static bool IsBound(double end) => double.IsFinite(end) && Math.Abs(end) < EvidenceCollector.Largest;
}
