using System.Reflection;
using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Curves;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Reporting.Documents;

/// <summary>Works a report out.</summary>
internal static class ReportDocuments
{
    private static readonly string ToolkitVersion =
        typeof(ReportDocuments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static ReportDocument Of(ReleaseReport report) =>
        Of(new ReportPaths(report.Root).Clean(report), withPredictions: true);

    /// <summary>What a report's head says: nothing is worked out from predictions.</summary>
    public static ReportDocument HeadOf(ReleaseReport report) => Of(new ReportPaths(report.Root).Clean(report), withPredictions: false);

    private static ReportDocument Of(ReleaseReport report, bool withPredictions)
    {
        var document = new ReportDocument
        {
            Title = report.Title,
            Verdict = VerdictWords.Of(report),
            CreatedAt = report.CreatedAt.ToUniversalTime(),
            ToolkitVersion = ToolkitVersion,
            Facts = report.Facts,
            Plan = report.Plan,
            Checks = [.. report.Gates.OrderBy(check => Rank(check.Status))],
            Comparison = report.Comparison is null ? null : ReportComparison.Of(report.Comparison, report.ChampionName),
            Evidence = report.Evidence,
        };
        return withPredictions && report.Challenger is { Count: > 0 } challenger ? AddPredictions(document, report, challenger) : document;
    }

    private static ReportDocument AddPredictions(ReportDocument document, ReleaseReport report, PredictionSet challenger)
    {
        var outputs = report.Champion is null or { Probabilities.Count: > 0 } ? challenger.Outputs : PredictedOutputs.Values;
        var primary = report.Comparison?.Plan.Metric ?? (report.Metrics is [var asked, ..] ? asked : MetricCatalog.Primary(challenger.Task, outputs));
        var slices = SlicePairs.Of(challenger, report.Champion, primary, report.MinSliceRows);
        return document with
        {
            Task = challenger.Task,
            Rows = challenger.Count,
            PrimaryMetric = primary.Name,
            Metrics = MetricPairs.Of(challenger, report.Champion, report.Metrics),
            Slices = slices.Shown,
            SlicesLeftOut = slices.LeftOut,
            Curves = CurveBuilder.Build(challenger, report.Champion),
        };
    }

    private static int Rank(GateStatus status) => status switch
    {
        GateStatus.Failed => 0,
        GateStatus.CouldNotRun => 1,
        GateStatus.NotEnoughEvidence => 2,
        GateStatus.Passed => 3,
        _ => 4,
    };
}
