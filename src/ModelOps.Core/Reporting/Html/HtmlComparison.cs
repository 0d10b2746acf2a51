using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Core.Reporting.Plots;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Html;

/// <summary>The comparison with the champion or a baseline.</summary>
internal static class HtmlComparison
{
    public static void Write(Markup html, ReportDocument document)
    {
        if (document.Comparison is not { } comparison)
        {
            return;
        }

        using var section = HtmlSection.Open(html, comparison.Champion.Length > 0 ? $"Comparison with {comparison.Champion}" : "Comparison");
        using (html.Open("div", ("class", "pair")))
        {
            using (html.Open("ul", ("class", "words")))
            {
                foreach (var sentence in ComparisonWords.All(comparison))
                {
                    html.Element("li", sentence);
                }
            }

            EffectPlot.Primary(html, comparison);
            EffectPlot.Slices(html, comparison);
            EffectPlot.Secondary(html, comparison);
        }

        HtmlTable.Write(html, ReportTables.Comparisons(comparison, [comparison.Primary, .. comparison.Others]), "stack quiet numbers");
    }
}
