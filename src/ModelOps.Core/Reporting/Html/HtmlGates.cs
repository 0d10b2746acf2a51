using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Html;

/// <summary>What the gates said: first what stops, and after all charts what does not, folded.</summary>
internal static class HtmlGates
{
    // So many are read before anything else; more would push the comparison out of sight.
    private const int FewChecks = 10;

    /// <summary>The checks that keep the release from going on.</summary>
    public static void WriteStopped(Markup html, ReportDocument document)
    {
        GateCheck[] stopped = [.. document.Checks.Where(check => check.IsStopping)];
        if (stopped.Length == 0)
        {
            return;
        }

        using var section = HtmlSection.Open(html, "Checks that did not pass");
        HtmlTable.Write(html, ReportTables.Gates(stopped.Take(FewChecks)), "stack quiet");
        if (stopped.Length > FewChecks)
        {
            WriteFolded(html, $"{ReportText.Count(stopped.Length - FewChecks)} more", stopped.Skip(FewChecks));
        }
    }

    /// <summary>The others, and how many there are of all.</summary>
    public static void WriteOthers(Markup html, ReportDocument document)
    {
        if (document.Checks.Count == 0)
        {
            return;
        }

        using var section = HtmlSection.Open(html, "Gates");
        using (html.Open("p", ("class", "counts")))
        {
            foreach (var group in document.Checks.GroupBy(check => check.Status))
            {
                HtmlTable.WriteBadge(html, $"{ReportText.Count(group.Count())} {Words.Of(group.Key).ToLowerInvariant()}", Tones.Of(group.Key));
            }
        }

        foreach (var group in document.Checks.Where(check => !check.IsStopping).GroupBy(check => check.Status))
        {
            WriteFolded(html, $"{ReportText.Count(group.Count(), "check")} {Words.Of(group.Key).ToLowerInvariant()}", group);
        }
    }

    private static void WriteFolded(Markup html, string title, IEnumerable<GateCheck> checks)
    {
        using var folded = html.Open("details");
        html.Element("summary", title);
        HtmlTable.Write(html, ReportTables.Gates(checks), "stack quiet");
    }
}
