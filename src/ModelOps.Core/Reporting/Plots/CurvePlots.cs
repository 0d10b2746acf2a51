using ModelOps.Core.Reporting.Curves;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;

namespace ModelOps.Core.Reporting.Plots;

/// <summary>Plots of curves on shares from 0 to 1: ROC, precision and recall, calibration.</summary>
internal static class CurvePlots
{
    private const double Left = 40;
    private const double Right = Plot.Width - 12;
    private const double Top = 48;
    private const double Bottom = 300;
    private const double Height = 342;

    private static readonly AxisScale X = new(0, 1, Left, Right);
    private static readonly AxisScale Y = new(0, 1, Bottom, Top);

    public static void Roc(Markup html, ReportDocument document)
    {
        var curves = document.Curves.Where(model => model.Roc.Count > 0).ToArray();
        if (curves.Length == 0)
        {
            return;
        }

        var areas = Values(document, "roc_auc");
        using var plot = Begin(html, "ROC curve", $"Share of hits over the share of false alarms at every threshold. Area under the curve: {Sentence(curves, areas)}.", "false alarm rate", "hit rate");
        plot.Rule(X.At(0), Y.At(0), X.At(1), Y.At(1), "reference");
        Lines(plot, curves, model => model.Roc);
        Legend(plot, curves, "AUC", areas);
    }

    public static void PrecisionRecall(Markup html, ReportDocument document)
    {
        var curves = document.Curves.Where(model => model.PrecisionRecall.Count > 0).ToArray();
        if (curves.Length == 0)
        {
            return;
        }

        var areas = Values(document, "pr_auc");
        var share = curves[0].PositiveShare ?? 0;
        using var plot = Begin(
            html, "Precision and recall",
            $"Precision over recall at every threshold. Average precision: {Sentence(curves, areas)}. {ReportText.Percent(share)} of the rows are positive, by weight.", "recall", "precision");
        plot.Rule(Left, Y.At(share), Right, Y.At(share), "reference");
        Lines(plot, curves, model => model.PrecisionRecall);
        Legend(plot, curves, "AP", areas);
    }

    public static void Calibration(Markup html, ReportDocument document)
    {
        var curves = document.Curves.Where(model => model.Reliability.Count > 0).ToArray();
        if (curves.Length == 0)
        {
            return;
        }

        var errors = Values(document, "ece");
        using var plot = Begin(
            html, "Calibration",
            $"How often predictions came true, over their probability; on the diagonal both are the same. Expected calibration error: {Sentence(curves, errors)}.",
            "predicted probability", "observed share, and rows as bars");
        WriteRows(plot, curves[0].Reliability);
        plot.Rule(X.At(0), Y.At(0), X.At(1), Y.At(1), "reference");
        foreach (var model in curves.Reverse())
        {
            var isChallenger = ReferenceEquals(model, curves[0]);
            plot.Line(model.Reliability.Select(bin => new CurvePoint(bin.Predicted, bin.Observed)), X, Y, isChallenger ? "line challenger" : "line champion");
            foreach (var bin in model.Reliability)
            {
                plot.Mark(X.At(bin.Predicted), Y.At(bin.Observed), isChallenger, 4);
            }
        }

        Legend(plot, curves, "ECE", errors);
    }

    private static void WriteRows(Plot plot, IReadOnlyList<ReliabilityBin> bins)
    {
        const double MaxShare = 0.22;
        var most = bins.Max(bin => bin.Rows);
        foreach (var bin in bins)
        {
            var top = Y.At(MaxShare * bin.Rows / Math.Max(1, most));
            plot.Box(X.At(bin.Lower) + 1, top, X.At(bin.Upper) - X.At(bin.Lower) - 2, Bottom - top, "bar");
        }
    }

    private static Plot Begin(Markup html, string title, string description, string across, string up)
    {
        var plot = new Plot(html, title, description, Height);
        plot.YAxis(Y, Left, Right, up);
        plot.XAxis(X, Top, Bottom, across);
        return plot;
    }

    private static void Lines(Plot plot, ModelCurves[] curves, Func<ModelCurves, IReadOnlyList<CurvePoint>> points)
    {
        foreach (var model in curves.Reverse())
        {
            plot.Line(points(model), X, Y, ReferenceEquals(model, curves[0]) ? "line challenger" : "line champion");
        }
    }

    private static void Legend(Plot plot, ModelCurves[] curves, string name, (double? Challenger, double? Champion) values) => plot.Legend(
        Entry(Words.Ours(curves.Length > 1), name, values.Challenger), curves.Length > 1 ? Entry("Champion", name, values.Champion) : null);

    private static string Entry(string model, string name, double? value) => value is null ? model : $"{model}, {name} {ReportText.Number(value)}";

    private static string Sentence(ModelCurves[] curves, (double? Challenger, double? Champion) values) =>
        $"{Words.Ours(curves.Length > 1).ToLowerInvariant()} {ReportText.Number(values.Challenger)}" + (curves.Length > 1 ? $", champion {ReportText.Number(values.Champion)}" : "");

    private static (double? Challenger, double? Champion) Values(ReportDocument document, string metric) =>
        document.Metrics.FirstOrDefault(pair => pair.Metric == metric) is { } found ? (found.Challenger, found.Champion) : (null, null);
}
