using ModelOps.Core.Gates;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Elements;

namespace ModelOps.Core.Reporting.Html;

/// <summary>The top of the page: the verdict, the numbers that matter most, and what was judged.</summary>
internal static class HtmlHeader
{
    public static void Write(Markup html, ReportDocument document)
    {
        using var header = html.Open("header");
        html.Element("h1", document.Title);
        HtmlFacts.WriteLinks(html, document);
        using (html.Open("section", ("class", $"verdict {ToneStyle.NameOf(document.Verdict.Tone)}"), ("aria-label", "Verdict")))
        {
            html.Element("span", ToneStyle.SignOf(document.Verdict.Tone), ("class", "sign"), ("aria-hidden", "true"));
            using var words = html.Open("div");
            html.Element("p", document.Verdict.Headline, ("class", "headline"));
            html.Element("p", document.Verdict.Reason, ("class", "reason"));
        }

        WriteTiles(html, document);
        WritePlan(html, document);
    }

    private static void WriteTiles(Markup html, ReportDocument document)
    {
        (string Name, string Value, string Note)[] tiles = [.. Tiles(document)];
        if (tiles.Length == 0)
        {
            return;
        }

        using var list = html.Open("dl", ("class", "tiles"));
        foreach (var (name, value, note) in tiles)
        {
            using var tile = html.Open("div");
            html.Element("dt", name);
            html.Element("dd", value, ("class", "figure"));
            if (note.Length > 0)
            {
                html.Element("dd", note, ("class", "note"));
            }
        }
    }

    private static IEnumerable<(string Name, string Value, string Note)> Tiles(ReportDocument document)
    {
        var judged = document.Checks.Count(check => check.Status != GateStatus.NotJudged);
        if (judged > 0)
        {
            var passed = document.Checks.Count(check => check.Status == GateStatus.Passed);
            var skipped = document.Checks.Count - judged;
            yield return ("Checks passed", $"{ReportText.Count(passed)} of {ReportText.Count(judged)}", skipped > 0 ? $"{ReportText.Count(skipped)} not judged" : "");
        }

        if (document.Comparison is { } comparison)
        {
            var row = comparison.Primary;
            var better = document.PrimaryMetric == row.Metric && document.PrimaryDirection.Length > 0 ? $"; {document.PrimaryDirection}" : "";
            yield return ($"Challenger, {row.Metric}", ReportText.Number(row.Challenger), $"champion {ReportText.Number(row.Champion)}{better}");
            yield return ("Effect (+ is better)", ReportText.Difference(row.Effect), IntervalText.Of(row));
            yield return ("Result", Words.Short(row.Verdict), $"p {ReportText.Probability(row.P)}");
        }
        else if (document.Metrics.FirstOrDefault(metric => metric.Metric == document.PrimaryMetric) is { } primary)
        {
            yield return (primary.Metric, ReportText.Number(primary.Challenger), primary.Champion is null ? "" : $"champion {ReportText.Number(primary.Champion)}");
        }

        if (document.Rows > 0)
        {
            yield return ("Rows", ReportText.Count(document.Rows), "");
        }
    }

    private static void WritePlan(Markup html, ReportDocument document)
    {
        if (document.Plan.Count == 0)
        {
            return;
        }

        using var list = html.Open("ul", ("class", "plan"), ("aria-label", "Plan"));
        foreach (var step in document.Plan)
        {
            html.Element("li", step);
        }
    }
}
