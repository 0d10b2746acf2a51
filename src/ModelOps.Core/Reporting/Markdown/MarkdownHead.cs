using System.Text;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Markdown;

/// <summary>The head of a report: headline, why, what did not pass, what follows. It begins a report and is the summary of a build's step.</summary>
internal static class MarkdownHead
{
    // Rows that the summary of a step shows of checks that stopped the release.
    private const int FewChecks = 20;

    /// <summary>The head alone, for the summary page of a build's step.</summary>
    public static string Write(ReportDocument document) => Verdict(document) + Stopped(document, FewChecks) + Plan(document) + Links(document);

    /// <summary>The verdict and the reason.</summary>
    public static string Verdict(ReportDocument document)
    {
        var sign = document.Verdict.Tone == ReportTone.Neutral ? "" : $"{MarkdownTable.SignOf(document.Verdict.Tone)} ";
        return $"## {sign}{MarkdownTable.Escape(document.Verdict.Headline)}\n\n**{MarkdownTable.Escape(document.Title)}**\n\n{MarkdownTable.Escape(document.Verdict.Reason)}\n";
    }

    /// <summary>The checks that did not pass; nothing when all did.</summary>
    /// <param name="document">The report.</param>
    /// <param name="limit">Rows at most.</param>
    public static string Stopped(ReportDocument document, int limit)
    {
        var stopped = document.Checks.Where(check => check.IsStopping).ToArray();
        var title = stopped.Length > limit ? $"The first {limit} of {ReportText.Count(stopped.Length)} checks that did not pass" : "Checks that did not pass";
        return stopped.Length == 0 ? "" : $"\n### {title}\n\n{MarkdownTable.Write(ReportTables.Gates(stopped.Take(limit)))}";
    }

    /// <summary>What happens next; nothing when nobody said.</summary>
    public static string Plan(ReportDocument document) => document.Plan.Count == 0 ? "" : $"\n### Plan\n\n{Items(document.Plan.Select(MarkdownTable.Escape))}";

    /// <summary>Lines of a list.</summary>
    public static string Items(IEnumerable<string> lines) => lines.Aggregate(new StringBuilder(), (text, line) => text.Append("- ").Append(line).Append('\n')).ToString();

    /// <summary>A fact, as a link where it leads somewhere. In a pointed bracket an address cannot end the link, and it has neither.</summary>
    public static string Fact(ReportFact fact) => fact.Link is { } link
        ? $"{MarkdownTable.Escape(fact.Name)}: [{MarkdownTable.Escape(fact.Value)}](<{link}>)"
        : $"{MarkdownTable.Escape(fact.Name)}: {MarkdownTable.Escape(fact.Value)}";

    private static string Links(ReportDocument document) =>
        document.Facts.Where(fact => fact.Link is not null).Select(Fact).ToArray() is { Length: > 0 } links ? $"\n{Items(links)}" : "";
}
