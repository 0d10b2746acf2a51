using System.Globalization;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Gates.Champion;

/// <summary>A comparison as checks: the primary metric decides, secondary metrics may stop it, slices where the candidate is worse are shown.</summary>
/// <param name="checks">Writes the checks.</param>
/// <param name="outcome">The comparison.</param>
/// <param name="isBaseline">Whether it was with a baseline.</param>
/// <param name="first">What is said before the reason of the primary metric.</param>
internal sealed class ComparisonChecks(GateChecks checks, ComparisonOutcome outcome, bool isBaseline, string first)
{
    private readonly string _opponent = isBaseline ? $"the baseline ({GateText.Number(outcome.Primary.Champion)})" : "the champion";

    /// <summary>The primary metric.</summary>
    /// <param name="status">What follows from the comparison.</param>
    /// <param name="message">Why; empty where the numbers say it.</param>
    public GateCheck Primary(GateStatus status, string message)
    {
        var (row, text) = (outcome.Primary, first + (message.Length > 0 ? message : $"The rows show it: {Describe(outcome.Primary)}."));
        var (value, previous) = (GateText.Number(row.Challenger), isBaseline ? "" : GateText.Number(row.Champion));
        return status switch
        {
            GateStatus.Passed => checks.Passed(row.Metric, value, Expected(), previous, text),
            GateStatus.Failed => checks.Failed(row.Metric, text, value, Expected(), previous),
            _ => checks.NotEnoughEvidence(row.Metric, text, value, Expected(), previous),
        };
    }

    /// <summary>Secondary metrics, and slices on which the candidate is worse.</summary>
    public IEnumerable<GateCheck> Others() => outcome.Others
        .Where(row => row.Slice.Length == 0 || row.Verdict == ComparisonVerdict.Worse)
        .Select(row => row.Slice.Length == 0 ? Secondary(row) : Slice(row));

    private GateCheck Secondary(ComparisonRow row)
    {
        var (value, previous, text) = (GateText.Number(row.Challenger), GateText.Number(row.Champion), Describe(row));
        var accepted = outcome.Plan.Also.FirstOrDefault(also => also.Metric.Name == row.Metric)?.NotWorseBy;
        var limit = accepted is { } loss ? Within(loss) : "";
        return row switch
        {
            _ when outcome.WorseThanAccepted.Contains(row) => checks.Failed(row.Metric, $"Worse than accepted: {text}.", value, limit, previous),
            { Verdict: ComparisonVerdict.Better or ComparisonVerdict.NotWorse } => checks.Passed(row.Metric, value, limit, previous, $"The rows show it: {text}."),
            _ => checks.NotJudged(row.Metric, $"The rows do not decide it: {text}.", value, limit, previous),
        };
    }

    private GateCheck Slice(ComparisonRow row) => checks.NotJudged(
        $"{row.Slice} {row.Metric}",
        $"Worse on this slice, which the slice gate may limit: {Describe(row)}.",
        GateText.Number(row.Challenger),
        "shown only",
        isBaseline ? "" : GateText.Number(row.Champion));

    private string Expected() => outcome.Plan.Hypothesis switch
    {
        Hypothesis.NonInferior => Within(outcome.Plan.Tolerance),
        Hypothesis.Equivalent => $"within {GateText.Limit(outcome.Plan.Tolerance)} of {_opponent}",
        _ when outcome.Plan.MinimumEffect > 0 => $"better than {_opponent} by {GateText.Limit(outcome.Plan.MinimumEffect)}",
        _ => $"better than {_opponent}",
    };

    private string Within(double loss) => $"less than {GateText.Limit(loss)} worse than {_opponent}";

    private string Describe(ComparisonRow row)
    {
        var level = 100 * (1 - (2 * outcome.Plan.Alpha));
        var interval = row.Upper >= EvidenceCollector.Largest
            ? "the same on every resample, so no interval"
            : $"{GateText.Number(level)} % interval {GateText.Number(row.Lower)} to {GateText.Number(row.Upper)}";
        var p = (row.AdjustedP ?? row.P) is { } probability ? $", p {GateText.Number(probability)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"effect {GateText.Number(row.Effect)} ({interval}{p}) on {GateText.Count(row.Rows, "row", "rows")}");
    }
}
