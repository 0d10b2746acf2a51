using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Gates;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Releases;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Verbs.Validate;

/// <summary>The verdict that a version has from an earlier run, where it still stands: passed, on the same evidence, beside the same champion.</summary>
internal static class StandingVerdict
{
    /// <summary>The verdict; null when the version has to be judged.</summary>
    /// <param name="candidate">What would be judged.</param>
    /// <param name="inputs">Digests of what would be judged; null when they cannot be told.</param>
    public static ValidationVerdict? Find(Candidate candidate, JudgedInputs? inputs)
    {
        var tags = candidate.Version?.Tags;
        if (inputs is null || tags?.GetValueOrDefault(VersionTags.ValidationStatus) != ValidationStatus.Passed
            || JudgedInputs.Of(tags.GetValueOrDefault(VersionTags.Judged)) is not { } judged || judged.Evidence != inputs.Evidence)
        {
            return null;
        }

        // The version that won is champion now: what it won against is gone.
        if (candidate.IsChampion)
        {
            return new(GateStatus.Passed, Decision.Keep, ExitCode.Ok);
        }

        return judged.Champion != inputs.Champion ? null
            : ChoiceText.Find(typeof(Decision), tags.GetValueOrDefault(VersionTags.Decision)) switch
            {
                Decision.Promote => new(GateStatus.Passed, Decision.Promote, ExitCode.Ok),
                Decision.Undecided => new(GateStatus.Passed, Decision.Undecided, ExitCode.Ok),
                Decision.Canary => new(GateStatus.NotEnoughEvidence, Decision.Canary, ExitCode.Ok),
                Decision.Approve => new(GateStatus.NotEnoughEvidence, Decision.Approve, ExitCode.WaitingForApproval),
                _ => null,
            };
    }
}
