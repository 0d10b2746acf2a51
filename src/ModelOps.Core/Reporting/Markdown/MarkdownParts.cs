using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Markdown;

/// <summary>The parts of a report in Markdown, in their order.</summary>
internal static class MarkdownParts
{
    /// <summary>Importance of the checks that stopped the release.</summary>
    public const int StoppedImportance = 80;

    public static IEnumerable<MarkdownPart> Of(ReportDocument document)
    {
        yield return new("the verdict", 100, MarkdownHead.Verdict(document));
        yield return new("checks that did not pass", StoppedImportance, MarkdownHead.Stopped(document, int.MaxValue));
        yield return new("the plan", 75, MarkdownHead.Plan(document));
        yield return new("the comparison", 70, Comparison(document));
        yield return new("other comparisons", 35, OtherComparisons(document));
        yield return new("metrics", 60, document.Metrics.Count == 0 ? "" : Section("Metrics", MarkdownTable.Write(ReportTables.Metrics(document))));
        yield return new("slices", 10, document.Slices.Count == 0 ? "" : Details("Slices", MarkdownTable.Write(ReportTables.Slices(document))));
        yield return new("calibration", 12, Join(document, "Calibration", model => model.Reliability.Count == 0 ? null : ReportTables.Calibration(model)));
        yield return new("confusion matrices", 14, Join(document, "Confusion matrix", model => model.Confusion is null ? null : ReportTables.Confusion(model.Model, model.Confusion)));
        yield return new("passed checks", 20, Passed(document));
        yield return new("facts", 50, document.Facts.Count == 0 ? "" : Section("What was judged", MarkdownHead.Items(document.Facts.Select(MarkdownHead.Fact))));
        yield return new("digests", 40, document.Evidence.Count == 0 ? "" : Details("Digests of what was judged", MarkdownTable.Write(ReportTables.Evidence(document.Evidence))));
        yield return new("the toolkit's version", 90, $"\nModelOps Toolkit {MarkdownTable.Escape(document.ToolkitVersion)}, {ReportText.Time(document.CreatedAt)}\n");
    }

    private static string Passed(ReportDocument document)
    {
        var checks = document.Checks.Where(check => !check.IsStopping).ToArray();
        return checks.Length == 0 ? "" : Details(PassedTitle(document), MarkdownTable.Write(ReportTables.Gates(checks)));
    }

    private static string PassedTitle(ReportDocument document)
    {
        var passed = document.Checks.Count(check => check.Status == GateStatus.Passed);
        var skipped = document.Checks.Count(check => check.Status == GateStatus.NotJudged);
        return $"{ReportText.Count(passed, "check")} passed{(skipped > 0 ? $", {ReportText.Count(skipped)} not judged" : "")}";
    }

    private static string Comparison(ReportDocument document)
    {
        if (document.Comparison is not { } comparison)
        {
            return "";
        }

        var sentences = MarkdownHead.Items(ComparisonWords.All(comparison).Select(MarkdownTable.Escape));
        var title = comparison.Champion.Length > 0 ? $"Comparison with {comparison.Champion}" : "Comparison";
        return Section(title, $"{MarkdownTable.Write(ReportTables.Comparisons(comparison, [comparison.Primary]))}\n{sentences}");
    }

    private static string OtherComparisons(ReportDocument document) => document.Comparison is { Others.Count: > 0 } comparison
        ? Details($"{ReportText.Count(comparison.Others.Count, "other comparison")}", MarkdownTable.Write(ReportTables.Comparisons(comparison, comparison.Others)))
        : "";

    private static string Join(ReportDocument document, string title, Func<Curves.ModelCurves, ReportTable?> tableOf)
    {
        var tables = document.Curves.Select(tableOf).OfType<ReportTable>().ToArray();
        return tables.Length == 0 ? "" : Details(title, string.Join("\n", tables.Select(table => $"{MarkdownTable.Escape(table.Caption)}\n\n{MarkdownTable.Write(table)}")));
    }

    private static string Section(string title, string text) => text.Length == 0 ? "" : $"\n### {MarkdownTable.Escape(title)}\n\n{text}";

    // The title is the toolkit's own text: Markdown is not read there, so it could not be escaped.
    private static string Details(string title, string text) => $"\n<details><summary>{title}</summary>\n\n{text}\n</details>\n";
}
