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
        yield return new("the verdict", 100, Verdict(document));
        yield return new("checks that did not pass", StoppedImportance, Section("Checks that did not pass", Gates(document, isPassed: false)));
        yield return new("facts", 50, document.Facts.Count == 0 ? "" : "\n" + MarkdownTable.Write(ReportTables.Facts("Facts", document.Facts)));
        yield return new("the comparison", 70, Comparison(document));
        yield return new("other comparisons", 35, OtherComparisons(document));
        yield return new("metrics", 60, document.Metrics.Count == 0 ? "" : Section("Metrics", MarkdownTable.Write(ReportTables.Metrics(document))));
        yield return new("passed checks", 20, Gates(document, isPassed: true) is { Length: > 0 } passed ? Details(PassedTitle(document), passed) : "");
        yield return new("slices", 10, document.Slices.Count == 0 ? "" : Details("Slices", MarkdownTable.Write(ReportTables.Slices(document))));
        yield return new("calibration", 12, Join(document, "Calibration", model => model.Reliability.Count == 0 ? null : ReportTables.Calibration(model)));
        yield return new("confusion matrices", 14, Join(document, "Confusion matrix", model => model.Confusion is null ? null : ReportTables.Confusion(model.Model, model.Confusion)));
        yield return new("digests", 40, document.Evidence.Count == 0 ? "" : Details("Digests of what was judged", MarkdownTable.Write(ReportTables.Evidence(document.Evidence))));
        yield return new("the toolkit's version", 90, $"\nModelOps Toolkit {MarkdownTable.Escape(document.ToolkitVersion)}, {MarkdownTable.Escape(ReportText.Time(document.CreatedAt))}\n");
    }

    /// <summary>Whether a check keeps a release from going on.</summary>
    public static bool IsStopped(GateCheck check) => check.Status is not (GateStatus.Passed or GateStatus.NotJudged);

    private static string Verdict(ReportDocument document)
    {
        var sign = document.Verdict.Tone == ReportTone.Neutral ? "" : $"{MarkdownTable.SignOf(document.Verdict.Tone)} ";
        return $"## {sign}{MarkdownTable.Escape(document.Verdict.Headline)}\n\n**{MarkdownTable.Escape(document.Title)}**\n\n{MarkdownTable.Escape(document.Verdict.Reason)}\n";
    }

    private static string Gates(ReportDocument document, bool isPassed)
    {
        var checks = document.Checks.Where(check => isPassed != IsStopped(check)).ToArray();
        return checks.Length == 0 ? "" : MarkdownTable.Write(ReportTables.Gates(checks));
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

        var sentences = string.Concat(ComparisonWords.All(comparison).Select(sentence => $"- {MarkdownTable.Escape(sentence)}\n"));
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
