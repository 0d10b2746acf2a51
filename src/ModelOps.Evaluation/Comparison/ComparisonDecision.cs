using System.Globalization;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>What follows from a comparison.</summary>
internal static class ComparisonDecision
{
    private const double SmallestPlain = 0.0001;

    /// <summary>Decides.</summary>
    /// <param name="outcome">What the comparison has shown.</param>
    /// <param name="policy">What is done when it has shown nothing.</param>
    /// <param name="allowIdentical">Whether a challenger that predicts as the champion does is accepted as one that may be compared.</param>
    /// <returns>The decision, its exit code, and the finding that explains it; no finding where the challenger is promoted.</returns>
    public static (Decision Decision, ExitCode ExitCode, Diagnostic? Finding) Of(ComparisonOutcome outcome, EvidencePolicy policy, bool allowIdentical) =>
        FloorDecision.Of(outcome, OfRows(outcome, policy, allowIdentical));

    private static (Decision Decision, ExitCode ExitCode, Diagnostic? Finding) OfRows(ComparisonOutcome outcome, EvidencePolicy policy, bool allowIdentical)
    {
        if (outcome.AreIdentical && !allowIdentical)
        {
            return (Decision.Reject, ExitCode.GateFailed, EvaluationDiagnostics.Identical.At(
                $"Challenger and champion make the same prediction on all {outcome.Primary.Rows} rows: expected two models."));
        }

        var isDecided = outcome.Primary.Verdict != ComparisonVerdict.NotEnoughEvidence;
        if (outcome.WorseThanAccepted.Count > 0 || (isDecided && !outcome.IsShown))
        {
            return (Decision.Reject, ExitCode.GateFailed, EvaluationDiagnostics.Worse.At(Losses(outcome)));
        }

        if (outcome.IsContradicted)
        {
            return (Decision.Reject, ExitCode.GateFailed, EvaluationDiagnostics.Contradicted.At(Contradiction(outcome)));
        }

        return outcome.IsShown ? (Decision.Promote, ExitCode.Ok, null) : Undecided(outcome, policy);
    }

    private static (Decision Decision, ExitCode ExitCode, Diagnostic? Finding) Undecided(ComparisonOutcome outcome, EvidencePolicy policy)
    {
        var (decision, exitCode) = policy switch
        {
            EvidencePolicy.Canary => (Decision.Canary, ExitCode.Ok),
            EvidencePolicy.Approve => (Decision.Approve, ExitCode.WaitingForApproval),
            EvidencePolicy.Fail => (Decision.Reject, ExitCode.GateFailed),
            _ => (Decision.Keep, ExitCode.NotEnoughEvidence),
        };
        var further = outcome.MoreRows is { } rows
            ? string.Create(CultureInfo.InvariantCulture, $"about {rows} further rows would decide if the effect stays as it is")
            : "no number of further rows would decide at this effect";
        return (decision, exitCode, EvaluationDiagnostics.Undecided.At(string.Create(
            CultureInfo.InvariantCulture, $"{Describe(outcome.Primary, outcome.Plan)}; power {outcome.Power:0.00}; {further}.")));
    }

    private static string Contradiction(ComparisonOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Describe(outcome.Primary, outcome.Plan)} by the typical row, but {outcome.Primary.Metric} itself differs by {Number(outcome.Difference)}, expected {Expected(outcome.Plan)}: a few rows with large errors outweigh the others.");

    private static string Losses(ComparisonOutcome outcome)
    {
        var losses = outcome.WorseThanAccepted.Select(row => $"{Describe(row, outcome.Plan)}, worse than accepted");
        var primary = outcome.Primary.Verdict == ComparisonVerdict.NotEnoughEvidence || outcome.IsShown ? [] : (string[])[$"{Describe(outcome.Primary, outcome.Plan)}, expected {Expected(outcome.Plan)}"];
        return string.Join("; ", primary.Concat(losses)) + ".";
    }

    private static string Expected(ComparisonPlan plan) => plan.Hypothesis switch
    {
        Hypothesis.NonInferior => $"an effect above {Number(-plan.Tolerance)}",
        Hypothesis.Equivalent => $"an effect between {Number(-plan.Tolerance)} and {Number(plan.Tolerance)}",
        _ => $"an effect above {Number(plan.MinimumEffect)}",
    };

    private static string Describe(ComparisonRow row, ComparisonPlan plan) =>
        $"{row.Metric}: challenger {Number(row.Challenger)}, champion {Number(row.Champion)}, effect {Number(row.Effect)} ({Interval(row, plan)}) on {row.Rows} rows";

    private static string Interval(ComparisonRow row, ComparisonPlan plan) => row.Upper >= EvidenceCollector.Largest
        ? "the same on every resample, so no interval"
        : $"{Number(100 * (1 - (2 * plan.Alpha)))} % interval {Number(row.Lower)} to {Number(row.Upper)}";

    private static string Number(double value) => value.ToString(value != 0 && Math.Abs(value) < SmallestPlain ? "G3" : "0.######", CultureInfo.InvariantCulture);
}
