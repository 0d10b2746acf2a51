using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Core.Reporting.Plots;
using ModelOps.Core.Reporting.Tables;

namespace ModelOps.Core.Reporting.Html;

/// <summary>How good the models are: metrics, curves, slices.</summary>
internal static class HtmlPerformance
{
    // So many columns have room in half of the page.
    private const int FewClasses = 4;

    public static void Write(Markup html, ReportDocument document)
    {
        WriteMetrics(html, document);
        WriteCurves(html, document);
        WriteSlices(html, document);
    }

    private static void WriteMetrics(Markup html, ReportDocument document)
    {
        if (document.Metrics.Count > 0)
        {
            using var section = HtmlSection.Open(html, "Metrics");
            HtmlTable.Write(html, ReportTables.Metrics(document), "quiet numbers");
        }
    }

    private static void WriteCurves(Markup html, ReportDocument document)
    {
        if (document.Curves.Count == 0)
        {
            return;
        }

        using var section = HtmlSection.Open(html, "Predictions");
        using (html.Open("div", ("class", "plots")))
        {
            CurvePlots.Roc(html, document);
            CurvePlots.PrecisionRecall(html, document);
            CurvePlots.Calibration(html, document);
            foreach (var model in document.Curves)
            {
                RegressionPlots.ActualVersusPredicted(html, model);
            }

            RegressionPlots.Residuals(html, document);
        }

        WriteConfusion(html, document);
    }

    private static void WriteConfusion(Markup html, ReportDocument document)
    {
        if (document.Curves.All(model => model.Confusion is null))
        {
            return;
        }

        using var frame = html.Open("div", ("class", document.Curves.Any(model => model.Confusion?.Classes.Count > FewClasses) ? "wide" : "pair"));
        foreach (var model in document.Curves)
        {
            if (model.Confusion is { } matrix)
            {
                HtmlTable.Write(html, ReportTables.Confusion(model.Model, matrix), "numbers");
            }
        }
    }

    private static void WriteSlices(Markup html, ReportDocument document)
    {
        if (document.Slices.Count == 0)
        {
            return;
        }

        using var section = HtmlSection.Open(html, "Slices");
        using (html.Open("div", ("class", "pair")))
        {
            SlicePlot.Write(html, document);
            HtmlTable.Write(html, ReportTables.Slices(document), "numbers");
        }

        if (document.SlicesLeftOut > 0)
        {
            html.Element("p", $"{ReportText.Count(document.SlicesLeftOut)} slices with fewer rows are left out.", ("class", "note"));
        }
    }
}
