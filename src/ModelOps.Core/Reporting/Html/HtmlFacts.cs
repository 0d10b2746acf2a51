using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Html;

/// <summary>What exactly was judged, and where there is more of it.</summary>
internal static class HtmlFacts
{
    /// <summary>The facts that lead somewhere, in a line: a reader with a small screen has them at hand, and the rest below.</summary>
    public static void WriteLinks(Markup html, ReportDocument document)
    {
        ReportFact[] linked = [.. document.Facts.Where(fact => fact.Link is not null)];
        if (linked.Length == 0)
        {
            return;
        }

        using var line = html.Open("div", ("class", "links"));
        foreach (var fact in linked)
        {
            using var item = html.Open("span");
            WriteLink(html, fact.Name, fact.Link!);
        }
    }

    public static void Write(Markup html, ReportDocument document)
    {
        if (document.Facts.Count == 0 && document.Evidence.Count == 0)
        {
            return;
        }

        using var section = HtmlSection.Open(html, "What was judged");
        WriteFacts(html, document.Facts);
        if (document.Evidence.Count > 0)
        {
            HtmlTable.Write(html, ReportTables.Evidence(document.Evidence), "stack");
        }
    }

    private static void WriteFacts(Markup html, IReadOnlyList<ReportFact> facts)
    {
        if (facts.Count == 0)
        {
            return;
        }

        using var list = html.Open("dl", ("class", "facts"));
        foreach (var fact in facts)
        {
            using var line = html.Open("div");
            html.Element("dt", fact.Name);
            using var value = html.Open("dd");
            if (fact.Link is { } link)
            {
                WriteLink(html, fact.Value, link);
            }
            else
            {
                html.Text(fact.Value);
            }
        }
    }

    private static void WriteLink(Markup html, string text, string link) => html.Element("a", text, ("href", link), ("rel", "noreferrer noopener"));
}
