using ModelOps.Core.Reporting.Curves;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;

namespace ModelOps.Core.Reporting.Plots;

/// <summary>Plots of a regression: actual against predicted values, and residuals.</summary>
internal static class RegressionPlots
{
    private const double Left = 52;
    private const double Right = Plot.Width - 12;
    private const double Top = 48;
    private const double Bottom = 300;
    private const double Height = 342;
    private const int Shades = 6;

    public static void ActualVersusPredicted(Markup html, ModelCurves model)
    {
        if (model.ActualVersusPredicted is not { } grid)
        {
            return;
        }

        var x = new AxisScale(grid.Lower, grid.Upper, Left, Right);
        var y = new AxisScale(grid.Lower, grid.Upper, Bottom, Top);
        using var plot = new Plot(
            html, $"Actual and predicted, {model.Model}",
            "Darker cells hold more rows; on the diagonal a prediction is exact. Values far out are counted in the cells at the rim.", Height);
        plot.YAxis(y, Left, Right, "actual");
        plot.XAxis(x, Top, Bottom, "predicted");
        var most = Math.Log(1 + grid.Rows.Max(row => row.Max()));
        var (width, height) = ((Right - Left) / grid.Rows.Count, (Bottom - Top) / grid.Rows.Count);
        for (var up = 0; up < grid.Rows.Count; up++)
        {
            for (var across = 0; across < grid.Rows.Count; across++)
            {
                if (grid.Rows[up][across] is > 0 and var rows)
                {
                    var shade = (int)Math.Ceiling(Math.Log(1 + rows) / most * Shades);
                    plot.Box(Left + (across * width), Bottom - ((up + 1) * height), width, height, $"cell density{shade}");
                }
            }
        }

        plot.Rule(x.From, y.From, x.To, y.To, "diagonal");
    }

    public static void Residuals(Markup html, ReportDocument document)
    {
        var models = document.Curves.Where(model => model.Residuals is not null).ToArray();
        if (models.Length == 0)
        {
            return;
        }

        var edges = models[0].Residuals!.Edges;
        var x = new AxisScale(edges[0], edges[^1], Left, Right);
        var y = new AxisScale(0, 1.05 * models.Max(model => model.Residuals!.Rows.Max()), Bottom, Top);
        using var plot = new Plot(
            html, "Residuals", "Rows by the difference of predicted and actual value. Values far out are counted in the first and last bar.", Height);
        plot.YAxis(y, Left, Right, "rows");
        plot.XAxis(x, Top, Bottom, "predicted minus actual");
        foreach (var model in models.Reverse())
        {
            plot.Line(Outline(model.Residuals!), x, y, ReferenceEquals(model, models[0]) ? "line fill challenger" : "line champion");
        }

        if (x.Min < 0 && x.Max > 0)
        {
            plot.Rule(x.At(0), Top, x.At(0), Bottom, "reference");
        }

        plot.Legend(Words.Ours(models.Length > 1), models.Length > 1 ? "Champion" : null);
    }

    private static IEnumerable<CurvePoint> Outline(Histogram histogram)
    {
        yield return new(histogram.Edges[0], 0);
        for (var bin = 0; bin < histogram.Rows.Count; bin++)
        {
            yield return new(histogram.Edges[bin], histogram.Rows[bin]);
            yield return new(histogram.Edges[bin + 1], histogram.Rows[bin]);
        }

        yield return new(histogram.Edges[^1], 0);
    }
}
