using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Html;

/// <summary>What the gates said.</summary>
internal static class HtmlGates
{
    public static void Write(Markup html, ReportDocument document)
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

        HtmlTable.Write(html, ReportTables.Gates(document.Checks), "stack quiet");
    }
}
