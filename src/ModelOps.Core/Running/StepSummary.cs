using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Running;

/// <summary>What the summary page of a build's step shows of a verb: its own words where it has some, else its outputs.</summary>
internal static class StepSummary
{
    /// <summary>The Markdown.</summary>
    public static string Of(VerbReport report)
    {
        if (report.Summary is not { } own)
        {
            return ReportMarkdown.Write(report);
        }

        if (report.Series is not null)
        {
            return own;
        }

        // A verb that speaks for itself has said what it judged; its findings are there for who asks.
        var findings = report.Diagnostics.Where(finding => finding.Severity != Severity.Info).ToArray();
        return findings.Length == 0
            ? own
            : $"{own}\n<details><summary>{findings.Length} finding{(findings.Length == 1 ? "" : "s")}</summary>\n\n{string.Concat(findings.Select(Line))}\n</details>\n";
    }

    private static string Line(Diagnostic finding) =>
        $"- **{DiagnosticText.Severity(finding)} {finding.Code}** {MarkdownText.Escape(finding.Message)}\n";
}
