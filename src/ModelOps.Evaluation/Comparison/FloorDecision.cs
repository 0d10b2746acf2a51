using System.Globalization;
using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Evaluation.Comparison;

/// <summary>What a champion below the trivial baseline changes: to be better than it proves nothing, so nobody passes without a person.</summary>
internal static class FloorDecision
{
    /// <summary>The decision that the rows led to, as far as it holds.</summary>
    public static (Decision Decision, ExitCode ExitCode, Diagnostic? Finding) Of(
        ComparisonOutcome outcome, (Decision Decision, ExitCode ExitCode, Diagnostic? Finding) judged)
    {
        if (!outcome.IsChampionBelowFloor)
        {
            return judged;
        }

        var finding = EvaluationDiagnostics.BelowBaseline.At(Describe(outcome)) with { Severity = Severity.Warning };
        var passes = judged.Decision is Decision.Promote or Decision.Canary or Decision.Approve;
        return judged switch
        {
            _ when passes && outcome.IsChallengerBelowFloor => (Decision.Reject, ExitCode.GateFailed, finding with { Severity = Severity.Error }),
            _ when passes => (Decision.Approve, ExitCode.WaitingForApproval, finding),
            { Finding: { } first } => judged with { Finding = first with { Message = $"{first.Message} {finding.Message}" } },
            _ => judged with { Finding = finding },
        };
    }

    private static string Describe(ComparisonOutcome outcome)
    {
        var row = outcome.Primary;
        var challenger = outcome.IsChallengerBelowFloor ? "and so is the challenger" : "the challenger is not";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The champion is below the trivial baseline on {row.Metric} ({row.Champion:0.######}, baseline {outcome.Floor:0.######}), {challenger} ({row.Challenger:0.######}): labels may be swapped.");
    }
}
