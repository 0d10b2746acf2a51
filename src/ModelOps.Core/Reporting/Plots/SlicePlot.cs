using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;

namespace ModelOps.Core.Reporting.Plots;

/// <summary>The primary metric of both models on every slice.</summary>
internal static class SlicePlot
{
    private const double Left = 140;
    private const double Right = Plot.Width - 70;
    private const double Top = 34;
    private const double RowHeight = 24;
    private const int MaxRows = 40;

    public static void Write(Markup html, ReportDocument document)
    {
        var slices = document.Slices.Where(slice => slice.Challenger is not null).Take(MaxRows).ToArray();
        if (slices.Length == 0)
        {
            return;
        }

        var hasChampion = slices.Any(slice => slice.Champion is not null);
        var x = AxisScale.Around(slices.SelectMany(slice => new[] { slice.Challenger, slice.Champion }).OfType<double>(), Left, Right);
        var bottom = Top + (RowHeight * slices.Length) + 4;
        using var plot = new Plot(html, $"{document.PrimaryMetric} by slice", Describe(slices), bottom + 42);
        plot.Legend(Words.Ours(hasChampion), hasChampion ? "Champion" : null);
        plot.Label(Plot.Width - 4, 16, "rows", "tick", "end");
        plot.XAxis(x, Top, bottom, document.PrimaryDirection is { Length: > 0 } better ? $"{document.PrimaryMetric}; {better}" : document.PrimaryMetric);
        for (var index = 0; index < slices.Length; index++)
        {
            Row(plot, x, Top + (RowHeight * (index + 0.5)) + 2, slices[index]);
        }
    }

    private static void Row(Plot plot, AxisScale x, double y, SlicePair slice)
    {
        plot.Label(8, y + 4, slice.Slice, "label", "start", Left - 16);
        plot.Label(Plot.Width - 4, y + 4, ReportText.Count(slice.Rows), "value", "end");
        if (slice.Champion is { } champion)
        {
            plot.Rule(x.At(champion), y, x.At(slice.Challenger!.Value), y, "link");
            plot.Mark(x.At(champion), y, isChallenger: false);
        }

        plot.Mark(x.At(slice.Challenger!.Value), y, isChallenger: true);
    }

    private static string Describe(SlicePair[] slices) => string.Join(' ', slices.Select(slice =>
        $"{slice.Slice}, {ReportText.Count(slice.Rows, "row")}: {Words.Ours(slice.Champion is not null).ToLowerInvariant()} {ReportText.Number(slice.Challenger)}{(slice.Champion is null ? "" : $", champion {ReportText.Number(slice.Champion)}")}."));
}
