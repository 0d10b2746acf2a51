using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Releases;
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
    public bool MakesChallenger => Decision is Decision.Promote or Decision.Canary or Decision.Approve or Decision.Undecided;

    /// <summary>Whether the version passed. What has the champion's content may, and becomes nobody's challenger.</summary>
    public bool Passes => MakesChallenger || Status == GateStatus.Passed;

    /// <summary>Whether anything was decided: a gate that could not run decides nothing, and a later run takes over.</summary>
    public bool IsDecided => Status != GateStatus.CouldNotRun;

    /// <summary>How the version and the ledger have it.</summary>
    public string Recorded => !IsDecided ? ValidationStatus.Pending : Passes ? ValidationStatus.Passed : ValidationStatus.Failed;

    /// <summary>Decides.</summary>
    /// <param name="report">What the gates said.</param>
    /// <param name="subject">What they judged.</param>
    public static ValidationVerdict Of(GateReport report, GateCase subject) => report.Status switch
    {
        // Gates that are all switched off have judged nothing, and that is no pass.
        GateStatus.Passed when report.Checks.Any(check => check.Status == GateStatus.Passed) => new(GateStatus.Passed, Passed(subject), ExitCode.Ok),
        GateStatus.Failed => new(GateStatus.Failed, Decision.Reject, ExitCode.GateFailed),
        GateStatus.NotEnoughEvidence => Undecided(PolicyOf(report, subject)),
        _ => new(GateStatus.CouldNotRun, Decision.Keep, ExitCode.CouldNotRun),
    };

    // Where labels may be swapped a person has to look; that is no question of how many rows there are.
    private static EvidencePolicy PolicyOf(GateReport report, GateCase subject) => report.Comparison is { IsChampionBelowFloor: true, Primary.Verdict: ComparisonVerdict.Better or ComparisonVerdict.NotWorse }
        ? EvidencePolicy.Approve
        : subject.Model.Gates.Champion.NotEnoughEvidence;

    private static Decision Passed(GateCase subject) => subject switch
    {
        { IsChampion: true } => Decision.Keep,
        { Model: { HasEvaluation: false, Gates.Champion.Enabled: true } } => Decision.Undecided,
        _ => Decision.Promote,
    };

    private static ValidationVerdict Undecided(EvidencePolicy policy) => policy switch
    {
        EvidencePolicy.Canary => new(GateStatus.NotEnoughEvidence, Decision.Canary, ExitCode.Ok),
        EvidencePolicy.Approve => new(GateStatus.NotEnoughEvidence, Decision.Approve, ExitCode.WaitingForApproval),
        EvidencePolicy.Fail => new(GateStatus.NotEnoughEvidence, Decision.Reject, ExitCode.GateFailed),
        _ => new(GateStatus.NotEnoughEvidence, Decision.Keep, ExitCode.NotEnoughEvidence),
    };
}
