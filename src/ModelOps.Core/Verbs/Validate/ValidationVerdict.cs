using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>What follows from what the gates said.</summary>
/// <param name="Status">What they said together.</param>
/// <param name="Decision">What follows.</param>
/// <param name="ExitCode">Exit code of the verb.</param>
internal sealed record ValidationVerdict(GateStatus Status, Decision Decision, ExitCode ExitCode)
{
    /// <summary>Whether the version becomes challenger.</summary>
    public bool Passes => Decision is Decision.Promote or Decision.Canary or Decision.Approve;

    /// <summary>Decides.</summary>
    /// <param name="report">What the gates said.</param>
    /// <param name="policy">What is done when the evidence does not decide.</param>
    public static ValidationVerdict Of(GateReport report, EvidencePolicy policy) => report.Status switch
    {
        // Gates that are all switched off have judged nothing, and that is no pass.
        GateStatus.Passed when report.Checks.Any(check => check.Status == GateStatus.Passed) => new(GateStatus.Passed, Decision.Promote, ExitCode.Ok),
        GateStatus.Failed => new(GateStatus.Failed, Decision.Reject, ExitCode.GateFailed),
        GateStatus.NotEnoughEvidence => Undecided(policy),
        _ => new(GateStatus.CouldNotRun, Decision.Reject, ExitCode.CouldNotRun),
    };

    private static ValidationVerdict Undecided(EvidencePolicy policy) => policy switch
    {
        EvidencePolicy.Canary => new(GateStatus.NotEnoughEvidence, Decision.Canary, ExitCode.Ok),
        EvidencePolicy.Approve => new(GateStatus.NotEnoughEvidence, Decision.Approve, ExitCode.WaitingForApproval),
        EvidencePolicy.Fail => new(GateStatus.NotEnoughEvidence, Decision.Reject, ExitCode.GateFailed),
        _ => new(GateStatus.NotEnoughEvidence, Decision.Keep, ExitCode.NotEnoughEvidence),
    };
}
