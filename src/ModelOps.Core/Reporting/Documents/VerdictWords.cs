using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Champion;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>The verdict and the reason for it.</summary>
internal static class VerdictWords
{
    public static ReportVerdict Of(ReleaseReport report) => new(report.Status, report.Decision, Headline(report), Reason(report));

    private static string Headline(ReleaseReport report) => (report.Status, report.Decision) switch
    {
        (GateStatus.Passed, Decision.Undecided) => $"The gates passed; {Words.Of(Decision.Undecided)}",
        ({ } status, { } decision) => $"{Words.Of(status)}: {Words.Of(decision)}",
        ({ } status, null) => Words.Of(status),
        (null, { } decision) => Capital(Words.Of(decision)),
        _ => "Evaluation",
    };

    private static string Reason(ReleaseReport report)
    {
        if (report.IsStanding)
        {
            return "An earlier verdict on this very evidence stands; nothing was judged anew.";
        }

        var judged = report.Gates.Where(check => check.Status != GateStatus.NotJudged).ToArray();
        var stopping = judged.Where(check => check.Status == report.Status && check.Status != GateStatus.Passed).ToArray();
        if (stopping is [var first, ..])
        {
            return $"{Stopped(stopping.Length, judged.Length, first.Status)}: {Describe(first)}{(stopping.Length > 1 ? " The others are below." : "")}";
        }

        string[] reasons =
        [
            .. judged.Length > 0 && report.Status == GateStatus.Passed ? [$"{ReportText.Count(judged.Length, "check")} passed."] : Array.Empty<string>(),
            .. report.Decision == Decision.Undecided ? [ChampionGate.NotCompared] : Array.Empty<string>(),
            .. report.Comparison is { } comparison ? Compared(ReportComparison.Of(comparison, report.ChampionName)) : Array.Empty<string>(),
        ];
        return reasons.Length > 0 ? string.Join(' ', reasons)
            : report.Challenger is { } set ? $"{ReportText.Count(set.Count, "row")} were evaluated; nothing is judged."
            : "Nothing was judged.";
    }

    private static string[] Compared(ReportComparison comparison) => [ComparisonWords.Effect(comparison), .. ComparisonWords.Losses(comparison)];

    private static string Stopped(int stopping, int judged, GateStatus status) => status switch
    {
        GateStatus.Failed => $"{stopping} of {ReportText.Count(judged, "check")} failed",
        GateStatus.CouldNotRun => $"{stopping} of {ReportText.Count(judged, "check")} could not run, which is never a pass",
        _ => $"{stopping} of {ReportText.Count(judged, "check")} lacked evidence",
    };

    private static string Describe(GateCheck check)
    {
        var place = $"{check.Gate}, {check.Check}";
        var limit = check.Limit.Length > 0 ? $" (limit {check.Limit})" : "";
        return check.Message.Length > 0 ? $"{place}: {check.Message.TrimEnd('.')}."
            : check.Value.Length > 0 ? $"{place} is {check.Value}{limit}."
            : $"{place}{limit}.";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
