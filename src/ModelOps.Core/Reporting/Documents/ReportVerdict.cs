using System.Text.Json.Serialization;
using ModelOps.Core.Gates;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>What a report says first.</summary>
/// <param name="Status">The verdict; null for an evaluation, which judges nothing.</param>
/// <param name="Decision">What follows; null for an evaluation.</param>
/// <param name="Headline">Both in words.</param>
/// <param name="Reason">Why, in one sentence; text from outside may be part of it.</param>
internal sealed record ReportVerdict(GateStatus? Status, Decision? Decision, string Headline, string Reason)
{
    /// <summary>How good that is.</summary>
    [JsonIgnore]
    public ReportTone Tone => (Status, Decision) switch
    {
        (null, null) => ReportTone.Neutral,
        (null, ModelOps.Evaluation.Comparison.Decision.Promote) => ReportTone.Good,
        (null, ModelOps.Evaluation.Comparison.Decision.Reject) => ReportTone.Bad,
        (null, _) => ReportTone.Unsure,
        (GateStatus.Passed, ModelOps.Evaluation.Comparison.Decision.Undecided) => ReportTone.Unsure,
        ({ } status, _) => Tones.Of(status),
    };
}
