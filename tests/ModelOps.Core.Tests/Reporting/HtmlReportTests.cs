using System.Xml;
using System.Xml.Linq;
using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Html;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

public sealed class HtmlReportTests
{
    private static readonly HashSet<string> Landmarks = ["header", "main", "footer"];

    public static TheoryData<string> Hostile => [.. HostileReport.Texts];

    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_from_outside_adds_no_element_and_no_attribute(string text)
    {
        var (harmless, attacked) = (Render(HostileReport.Create("plain")), Render(HostileReport.Create(text)));

        Assert.Equal(Shape(harmless), Shape(attacked));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_from_outside_holds_no_control_character(string text)
    {
        var page = HtmlReport.Write(ReportDocuments.Of(HostileReport.Create(text)));

        Assert.DoesNotContain(page, letter => letter != '\n' && char.IsControl(letter));
        Assert.DoesNotContain(page.EnumerateRunes(), rune => System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format);
        Assert.DoesNotContain("##vso[", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_outside_is_shown_as_it_is()
    {
        const string Text = "a<b> & \"c\" 'd' ]]> {{x}} \u00E4\u4E2D\U0001F600";
        var page = Render(HostileReport.Create(Text));

        Assert.Equal(Text, page.Descendants("h1").Single().Value);
        Assert.Contains(page.Descendants("th"), cell => cell.Value == Text);
        Assert.Contains(page.Descendants("desc"), words => words.Value.Contains(Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_loads_nothing_and_runs_nothing(string kind)
    {
        var page = Render(SampleReports.All[kind]());
        string[] active = ["script", "link", "img", "iframe", "object", "embed", "form", "input", "use", "image", "foreignObject", "base", "animate"];

        Assert.DoesNotContain(page.Descendants(), element => active.Contains(element.Name.LocalName));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "style" or "src" || (attribute.Name.LocalName == "href" && attribute.Parent!.Name.LocalName != "a"));
        Assert.All(page.Descendants("a"), link => Assert.Matches("^https?://", (string?)link.Attribute("href")));
        Assert.DoesNotContain("url(", HtmlStyle.Sheet, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", HtmlStyle.Sheet, StringComparison.OrdinalIgnoreCase);
        var policy = page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_can_be_read_without_seeing_it(string kind)
    {
        var page = Render(SampleReports.All[kind]());
        var ids = page.Descendants().Attributes("id").Select(attribute => attribute.Value).ToArray();

        Assert.Equal("en", (string?)page.Attribute("lang"));
        Assert.Equal(Landmarks, page.Element("body")!.Elements().Select(element => element.Name.LocalName).ToHashSet());
        Assert.Single(page.Descendants("h1"));
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.Descendants("th"), cell => Assert.Contains((string?)cell.Attribute("scope"), (string[])["col", "row"]));
        Assert.All(page.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(page.Descendants("svg"), plot =>
        {
            Assert.Equal("img", (string?)plot.Attribute("role"));
            Assert.Equal($"{(string?)plot.Element("title")!.Attribute("id")} {(string?)plot.Element("desc")!.Attribute("id")}", (string?)plot.Attribute("aria-labelledby"));
            Assert.NotEmpty(plot.Element("desc")!.Value);
        });
        Assert.All(page.Descendants("section"), section => Assert.True(section.Attribute("aria-label") is not null || ids.Contains((string?)section.Attribute("aria-labelledby"))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_place_of_a_plot_is_missing(string kind) => Assert.All(
        Render(SampleReports.All[kind]()).Descendants("svg").Descendants().Attributes().Where(attribute => attribute.Name.LocalName is not ("class" or "id")),
        attribute => Assert.DoesNotMatch("NaN|\u221E|Infinity|E[+-]?[0-9]", attribute.Value));

    [Fact]
    public void The_verdict_comes_first_and_failed_checks_before_others()
    {
        var page = Render(SampleReports.Failed());
        var statuses = page.Descendants("td").Where(cell => (string?)cell.Attribute("data-title") == "Status").Select(cell => cell.Elements("span").Single().Elements("span").Last().Value).ToArray();

        Assert.Equal("Failed: the challenger is rejected", page.Descendants("p").First().Value);
        Assert.Equal(["Failed", "Failed", "Could not run"], statuses[..3]);
        Assert.Equal(SampleChecks.Failed.Count, statuses.Length);
        Assert.All(statuses[3..], status => Assert.Contains(status, (string[])["Passed", "Not judged"]));
    }

    [Fact]
    public void What_a_check_says_has_the_width_of_the_table()
    {
        var said = SampleChecks.Failed.Select(check => check.Message).Where(message => message.Length > 0).ToHashSet(StringComparer.Ordinal);
        var messages = Render(SampleReports.Failed()).Descendants("td").Where(cell => (string?)cell.Attribute("data-title") == "Message").ToArray();

        Assert.Equal(said, messages.Select(cell => cell.Value).ToHashSet(StringComparer.Ordinal));
        Assert.All(messages, cell => Assert.Equal(
            ($"{cell.Ancestors("table").Single().Element("thead")!.Descendants("th").Count()}", 1), ((string?)cell.Attribute("colspan"), cell.Parent!.Elements().Count())));
    }

    [Fact]
    public void What_there_is_nothing_of_is_left_out()
    {
        var page = Render(new ReleaseReport { Title = "empty", CreatedAt = DateTimeOffset.UnixEpoch });

        Assert.Empty(page.Descendants("table"));
        Assert.Empty(page.Descendants("svg"));
        Assert.Empty(page.Descendants("h2"));
        Assert.Empty(page.Element("body")!.Element("main")!.Elements());
    }

    [Fact]
    public void Ten_thousand_checks_are_all_shown()
    {
        var report = SampleReports.Failed() with { Gates = [.. Enumerable.Range(0, 10_000).Select(index => new GateCheck("slices", $"plan={index}", GateStatus.Failed, "0.1", "0.2", "", ""))], Challenger = null, Champion = null };

        Assert.Equal(10_000, Render(report).Descendants("th").Count(cell => cell.Value.StartsWith("plan=", StringComparison.Ordinal) && cell.Value.Length > 5 && char.IsDigit(cell.Value[5])));
    }

    private static XElement Render(ReleaseReport report)
    {
        var page = HtmlReport.Write(ReportDocuments.Of(report));
        Assert.StartsWith("<!DOCTYPE html", page, StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader).Root!;
    }

    private static string Shape(XElement element) =>
        $"<{element.Name}{string.Concat(element.Attributes().Select(attribute => $" {attribute.Name}"))}>{string.Concat(element.Elements().Select(Shape))}";
}
