using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Html;

/// <summary>What exactly was judged.</summary>
internal static class HtmlEvidence
{
    public static void Write(Markup html, ReportDocument document)
    {
        if (document.Evidence.Count > 0)
        {
            using var section = HtmlSection.Open(html, "Evidence");
            HtmlTable.Write(html, ReportTables.Evidence(document.Evidence), "stack quiet");
        }
    }
}
