using System.Xml;
using System.Xml.Linq;
using ModelOps.Core.Reporting;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Html;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

/// <summary>What a reader of the page meets, and in which order.</summary>
public sealed class HtmlReadingTests
{
    [Fact]
    public void What_stops_comes_first_then_charts_then_the_gates_whose_passed_rows_are_folded()
    {
        var page = Render(SampleReports.Failed());
        var folded = page.Descendants("details").ToArray();

        Assert.Equal(
            ["Checks that did not pass", "Comparison with models:/churn/6 (champion)", "Metrics", "Predictions", "Slices", "Gates", "What was judged"],
            page.Descendants("h2").Select(title => title.Value));
        Assert.Equal(["9 checks passed", "1 check not judged"], folded.Select(part => part.Element("summary")!.Value));
        Assert.All(folded, part => Assert.Null(part.Attribute("open")));
        Assert.All(folded.Descendants("td").Where(cell => (string?)cell.Attribute("data-title") == "Status"), cell => Assert.DoesNotContain("Failed", cell.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_addresses_of_the_web_are_links()
    {
        var links = Render(SampleReports.Passed()).Descendants("a").Select(link => (link.Value, (string?)link.Attribute("href"))).ToArray();

        Assert.Contains(("Build", "https://ci.example.org/builds/1183"), links);
        Assert.Contains(("https://ci.example.org/builds/1183", "https://ci.example.org/builds/1183"), links);
        Assert.All(HostileReport.Texts, text => Assert.Empty(Render(HostileReport.Create(text)).Descendants("a")));
    }

    [Fact]
    public void A_difference_has_the_sign_of_an_effect_and_what_got_worse_is_marked()
    {
        var report = SampleReports.Passed();
        var comparison = report.Comparison! with
        {
            Others = [.. report.Comparison!.Others.Select(row => row.Metric == "recall" ? row with { Verdict = ComparisonVerdict.Worse } : row)],
        };
        var page = Render(report with { Comparison = comparison });
        string[] RowOf(string metric) => [.. page.Descendants("table").Single(table => table.Element("caption")!.Value == "Metrics").Descendants("tr")
            .Single(row => row.Element("th")?.Value == metric).Elements().Select(cell => cell.Elements("span").SingleOrDefault()?.Elements("span").Last().Value ?? cell.Value)];

        Assert.Matches(@"^\+", RowOf("log_loss")[4]);
        Assert.Equal("", RowOf("log_loss")[5]);
        Assert.Matches("^-", RowOf("recall")[4]);
        Assert.Equal("Worse", RowOf("recall")[5]);
        Assert.Equal("Worse, not shown", RowOf("balanced_accuracy")[5]);
        Assert.Contains("It is worse on recall by", page.Descendants("p").First(line => (string?)line.Attribute("class") == "reason").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_without_an_interval_has_none()
    {
        var report = SampleReports.Undecided();
        var comparison = report.Comparison! with { Primary = report.Comparison!.Primary with { Lower = -1e100, Upper = 1e100 } };

        var page = HtmlReport.Write(ReportDocuments.Of(report with { Comparison = comparison }));

        Assert.Contains("(no interval, 6,000 rows)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("e+100", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_nothing_says_is_better_has_not_simply_passed()
    {
        var page = Render(SampleReports.Passed() with { Decision = Decision.Undecided, Comparison = null });
        var verdict = page.Descendants("section").First();

        Assert.Equal("verdict unsure", (string?)verdict.Attribute("class"));
        Assert.Equal("The gates passed; nothing says that this version is better", verdict.Descendants("p").First().Value);
    }

    private static XElement Render(ReleaseReport report)
    {
        var page = HtmlReport.Write(ReportDocuments.Of(report));
        Assert.StartsWith("<!DOCTYPE html", page, StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader).Root!;
    }
}
