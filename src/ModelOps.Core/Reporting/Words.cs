using ModelOps.Core.Gates;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting;

/// <summary>What reports call things.</summary>
internal static class Words
{
    public static string Of(GateStatus status) => status switch
    {
        GateStatus.Passed => "Passed",
        GateStatus.Failed => "Failed",
        GateStatus.NotEnoughEvidence => "Not enough evidence",
        GateStatus.CouldNotRun => "Could not run",
        _ => "Not judged",
    };

    public static string Of(Decision decision) => decision switch
    {
        Decision.Promote => "the challenger may become champion",
        Decision.Keep => "the champion stays",
        Decision.Canary => "the challenger may be tried on a part of the requests",
        Decision.Approve => "a person decides",
        Decision.Undecided => "nothing says that this version is better",
        _ => "the challenger is rejected",
    };

    /// <summary>What the model is called that a report is about: nobody is challenged where there is no other.</summary>
    public static string Ours(bool hasOther) => hasOther ? "Challenger" : "Model";

    /// <summary>In one or two words.</summary>
    public static string Short(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Better => "Better",
        ComparisonVerdict.NotWorse => "Not worse",
        ComparisonVerdict.Worse => "Worse",
        _ => "Undecided",
    };

    public static string Of(MetricDirection direction) => direction == MetricDirection.HigherIsBetter ? "higher is better" : "lower is better";

    public static string Of(ComparisonMethod method) => method switch
    {
        ComparisonMethod.Delong => "DeLong's test",
        ComparisonMethod.Mcnemar => "the exact McNemar test",
        ComparisonMethod.Wilcoxon => "Wilcoxon's signed-rank test",
        _ => "a paired bootstrap",
    };
}
