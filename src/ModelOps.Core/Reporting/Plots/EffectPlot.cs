using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Reporting.Plots;

/// <summary>Plots of effects with their intervals.</summary>
internal static class EffectPlot
{
    private const double Left = 16;
    private const double Right = Plot.Width - 16;
    private const double LabelWidth = 128;
    private const double ValueWidth = 66;
    private const double RowHeight = 24;
    private const int MaxRows = 40;

    /// <summary>The primary metric on all rows: effect, interval, zero and the margins of what is accepted.</summary>
    public static void Primary(Markup html, ReportComparison comparison)
    {
        const double Top = 46;
        const double Bottom = 112;
        var row = comparison.Primary;
        if (!IsDrawable(row))
        {
            return;
        }

        var margins = Margins(comparison);
        var x = AxisScale.Around([row.Lower, row.Upper, row.Effect, 0, .. margins], Left, Right);
        using var plot = new Plot(html, $"Effect on {row.Metric}", $"{ComparisonWords.Effect(comparison)}{Describe(margins)}", 154);
        plot.Box(Left, Top, x.At(margins.Length > 0 ? margins[0] : 0) - Left, Bottom - Top, "area bad");
        plot.Label(Left, 14, "\u2190 champion better", "label", "start");
        plot.Label(Right, 14, "challenger better \u2192", "label", "end");
        plot.XAxis(x, Top, Bottom, "effect; above 0 the challenger is better");
        foreach (var margin in margins)
        {
            plot.Rule(x.At(margin), Top - 6, x.At(margin), Bottom, "margin");
            plot.Label(x.At(margin), Top - 10, margin < 0 ? $"accepted loss {ReportText.Chosen(-margin)}" : $"margin {ReportText.Chosen(margin)}", "tick", Anchor(x.At(margin)));
        }

        plot.Rule(x.At(0), Top - 6, x.At(0), Bottom, "zero");
        Interval(plot, x, (Top + Bottom) / 2, row, 7);
    }

    /// <summary>The primary metric on every slice, all on one scale.</summary>
    public static void Slices(Markup html, ReportComparison comparison)
    {
        var rows = comparison.Others.Where(row => row.Slice.Length > 0 && IsDrawable(row)).Take(MaxRows).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        IReadOnlyList<ComparisonRow> all = IsDrawable(comparison.Primary) ? [comparison.Primary, .. rows] : rows;
        var x = AxisScale.Around([0, .. all.SelectMany(row => new[] { row.Lower, row.Upper, row.Effect })], LabelWidth + Left, Right - ValueWidth);
        var bottom = 18 + (RowHeight * all.Count);
        using var plot = new Plot(html, $"Effect on {comparison.Primary.Metric} by slice", Describe(all), bottom + 42);
        plot.XAxis(x, 10, bottom, "effect; above 0 the challenger is better");
        plot.Rule(x.At(0), 10, x.At(0), bottom, "zero");
        for (var index = 0; index < all.Count; index++)
        {
            Row(plot, x, index, all[index], all[index].Slice.Length == 0 ? "all rows" : all[index].Slice);
        }
    }

    /// <summary>Secondary metrics: each in its own unit, so each on its own scale about zero.</summary>
    public static void Secondary(Markup html, ReportComparison comparison)
    {
        var rows = comparison.Others.Where(row => row.Slice.Length == 0 && IsDrawable(row)).Take(MaxRows).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        var bottom = 18 + (RowHeight * rows.Length);
        using var plot = new Plot(html, "Effect on other metrics", $"Every metric on its own scale. {Describe(rows)}", bottom + 24);
        var middle = new AxisScale(-1, 1, LabelWidth + Left, Right - ValueWidth);
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            var accepted = comparison.OtherTolerances.TryGetValue(row.Metric, out var tolerance) && double.IsFinite(tolerance) ? tolerance : 0;
            var reach = 1.06 * new[] { Math.Abs(row.Lower), Math.Abs(row.Upper), Math.Abs(row.Effect), Math.Abs(accepted), 1e-9 }.Max();
            var x = middle with { Min = -reach, Max = reach };
            if (accepted > 0)
            {
                plot.Rule(x.At(-accepted), Middle(index) - 8, x.At(-accepted), Middle(index) + 8, "margin");
            }

            Row(plot, x, index, row, row.Metric);
        }

        plot.Rule(middle.At(0), 10, middle.At(0), bottom, "zero");
        plot.Label(middle.At(0), bottom + 16, comparison.OtherTolerances.Count > 0 ? "0; dashed: accepted loss" : "0", "tick", "middle");
    }

    private static double Middle(int index) => 16 + (RowHeight * (index + 0.5));

    private static void Row(Plot plot, AxisScale x, int index, ComparisonRow row, string label)
    {
        plot.Label(Left - 8, Middle(index) + 4, label, "label", "start", LabelWidth);
        Interval(plot, x, Middle(index), row, 5);
        plot.Label(Plot.Width - 4, Middle(index) + 4, ReportText.Difference(row.Effect), "value", "end");
    }

    private static void Interval(Plot plot, AxisScale x, double y, ComparisonRow row, double size)
    {
        var style = $"interval {ToneStyle.NameOf(Tones.Of(row.Verdict))}";
        plot.Rule(x.At(row.Lower), y, x.At(row.Upper), y, style);
        plot.Rule(x.At(row.Lower), y - size, x.At(row.Lower), y + size, style);
        plot.Rule(x.At(row.Upper), y - size, x.At(row.Upper), y + size, style);
        plot.Mark(x.At(row.Effect), y, isChallenger: true, size);
    }

    // A label beside an end of the plot keeps within it.
    private static string Anchor(double place) => place < Left + 70 ? "start" : place > Right - 70 ? "end" : "middle";

    private static double[] Margins(ReportComparison comparison) => comparison.Hypothesis switch
    {
        _ when !double.IsFinite(comparison.Tolerance) => [],
        Hypothesis.NonInferior => [-comparison.Tolerance],
        Hypothesis.Equivalent => [-comparison.Tolerance, comparison.Tolerance],
        _ => [],
    };

    private static string Describe(double[] margins) => margins switch
    {
        [var loss] => $" A loss of {ReportText.Chosen(-loss)} is accepted.",
        [_, var margin] => $" A difference of {ReportText.Chosen(margin)} is accepted.",
        _ => "",
    };

    private static string Describe(IEnumerable<ComparisonRow> rows) => string.Join(' ', rows.Select(row =>
        $"{(row.Slice.Length == 0 ? row.Metric : row.Slice)}: {ReportText.Difference(row.Effect)}, interval {IntervalText.Of(row)}."));

    private static bool IsDrawable(ComparisonRow row) => double.IsFinite(row.Effect) && IntervalText.IsKnown(row);
}
