using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Curves;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Metrics;
using static ModelOps.Core.Reporting.Tables.ReportColumnKind;

namespace ModelOps.Core.Reporting.Tables;

/// <summary>The tables of a report.</summary>
internal static class ReportTables
{
    private const string Difference = "Difference (+ is better)";

    public static ReportTable Evidence(IReadOnlyList<ReportFact> digests) => new(
        "Digests of what was judged", [new("What", Header), new("Digest", Code)], [.. digests.Select(digest => new ReportTableRow([digest.Name, digest.Value]))]);

    public static ReportTable Gates(IEnumerable<GateCheck> checks) => new ReportTable(
        "Gates",
        [new("Gate"), new("Check", Header), new("Status", Status), new("Value", Number), new("Limit", Number), new("Champion", Number), new("Message", Remark)],
        [
            .. checks.Select(check => new ReportTableRow(
                [check.Gate, check.Check, Words.Of(check.Status), check.Value, check.Limit, check.Previous, check.Message], Tones.Of(check.Status))),
        ]).Compact();

    public static ReportTable Comparisons(ReportComparison comparison, IEnumerable<ComparisonRow> rows) => new ReportTable(
        "Comparisons",
        [
            new("Comparison", Header), new("Result", Status), new("Challenger", Number), new("Champion", Number), new("Effect (+ is better)", Number),
            new($"{ReportText.Percent(comparison.Level)} interval", Number), new("Accepted loss", Number), new("p", Number), new("Adjusted p", Number), new("Rows", Number),
        ],
        [.. rows.Select(row => Comparison(comparison, row))]).Compact();

    public static ReportTable Metrics(ReportDocument document) => new ReportTable(
        "Metrics",
        [new("Metric", Header), new("Better"), new(Words.Ours(document.Metrics.Any(metric => metric.Champion is not null)), Number), new("Champion", Number), new(Difference, Number), new("Mark", Status)],
        [
            .. document.Metrics.Select(metric => new ReportTableRow(
            [
                metric.Metric, metric.Direction == MetricDirection.HigherIsBetter ? "higher" : "lower", ReportText.Number(metric.Challenger),
                ReportText.Number(metric.Champion), ReportText.Difference(metric.Difference), MarkOf(document, metric).Text,
            ], MarkOf(document, metric).Tone)),
        ]).Compact();

    public static ReportTable Slices(ReportDocument document) => new ReportTable(
        $"{document.PrimaryMetric} by slice",
        [new("Slice", Header), new("Rows", Number), new(Words.Ours(document.Slices.Any(slice => slice.Champion is not null)), Number), new("Champion", Number), new(Difference, Number)],
        [
            .. document.Slices.Select(slice => new ReportTableRow(
            [
                slice.Slice, ReportText.Count(slice.Rows), ReportText.Number(slice.Challenger), ReportText.Number(slice.Champion),
                ReportText.Difference(slice.Difference),
            ])),
        ]).Compact();

    public static ReportTable Calibration(ModelCurves curves) => new(
        $"Calibration of the {curves.Model}",
        [new("Probability", Header), new("Predicted", Number), new("Observed", Number), new("Rows", Number)],
        [
            .. curves.Reliability.Select(bin => new ReportTableRow(
                [$"{ReportText.Percent(bin.Lower)} to {ReportText.Percent(bin.Upper)}", ReportText.Percent(bin.Predicted), ReportText.Percent(bin.Observed), ReportText.Count(bin.Rows)])),
        ]);

    public static ReportTable Confusion(string model, ConfusionMatrix matrix) => new(
        $"Rows by true class (down) and predicted class (across), {model}",
        [new("Class", Header), .. matrix.Classes.Select(name => new ReportColumn(name, Number))],
        [.. matrix.Classes.Select((name, code) => Confusion(name, matrix.Rows[code]))]);

    // Only what got worse is marked, and whether the rows show it or only these rows were unlucky.
    private static (string Text, ReportTone Tone) MarkOf(ReportDocument document, MetricPair metric) => (metric.Difference, VerdictOf(document, metric)) switch
    {
        (_, ComparisonVerdict.Worse) => ("Worse", ReportTone.Bad),
        (< 0, _) => ("Worse, not shown", ReportTone.Unsure),
        _ => ("", ReportTone.Neutral),
    };

    private static ComparisonVerdict? VerdictOf(ReportDocument document, MetricPair metric) => document.Comparison is { } comparison
        ? comparison.Others.Prepend(comparison.Primary).FirstOrDefault(row => row.Slice.Length == 0 && row.Metric == metric.Metric)?.Verdict
        : null;

    private static ReportTableRow Confusion(string name, int[] rows)
    {
        var all = Math.Max(1, rows.Sum(count => (long)count));
        return new([name, .. rows.Select(count => ReportText.Count(count))])
        {
            Shades = [0, .. rows.Select(count => (int)Math.Ceiling((double)count / all * ReportTableRow.MaxShade))],
        };
    }

    private static ReportTableRow Comparison(ReportComparison comparison, ComparisonRow row)
    {
        var accepted = ReferenceEquals(row, comparison.Primary)
            ? comparison.Hypothesis == Hypothesis.Superior ? "" : ReportText.Chosen(comparison.Tolerance)
            : row.Slice.Length == 0 && comparison.OtherTolerances.TryGetValue(row.Metric, out var tolerance) ? ReportText.Chosen(tolerance) : "";
        return new(
            [
                row.Slice.Length == 0 ? row.Metric : $"{row.Metric}, {row.Slice}", Words.Short(row.Verdict), ReportText.Number(row.Challenger), ReportText.Number(row.Champion),
                ReportText.Difference(row.Effect), IntervalText.Of(row), accepted,
                ReportText.Probability(row.P), ReportText.Probability(row.AdjustedP), ReportText.Count(row.Rows),
            ],
            Tones.Of(row.Verdict));
    }
}
