using ModelOps.Core.Gates;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>The tone of what gates and comparisons say.</summary>
internal static class Tones
{
    public static ReportTone Of(GateStatus status) => status switch
    {
        GateStatus.Passed => ReportTone.Good,
        GateStatus.Failed => ReportTone.Bad,
        GateStatus.NotEnoughEvidence => ReportTone.Unsure,
        GateStatus.CouldNotRun => ReportTone.Broken,
        _ => ReportTone.Neutral,
    };

    public static ReportTone Of(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better or ComparisonVerdict.NotWorse => ReportTone.Good,
        ComparisonVerdict.Worse => ReportTone.Bad,
        _ => ReportTone.Unsure,
    };
}
