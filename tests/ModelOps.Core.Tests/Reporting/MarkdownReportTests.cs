using System.Text;
using System.Text.RegularExpressions;
using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Markdown;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

public sealed partial class MarkdownReportTests
{
    public static TheoryData<string> Hostile => [.. HostileReport.Texts];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_from_outside_stays_text(string text)
    {
        var (harmless, attacked) = (ReportWriter.Markdown(HostileReport.Create("plain")), ReportWriter.Markdown(HostileReport.Create(text)));

        // Every line is of the template: as many, each beginning in the same way, each row with as many cells.
        Assert.Equal(harmless.Split('\n').Select(Shape), attacked.Split('\n').Select(Shape));
        Assert.Equal(Tag().Matches(harmless).Select(match => match.Value), Tag().Matches(attacked).Select(match => match.Value));
        Assert.DoesNotContain(attacked, letter => letter != '\n' && char.IsControl(letter));
        Assert.DoesNotMatch(@"(?<!\\|fbeta)@|(?<!\\)\]\(|(?<!\\)`|##vso\[|https:", attacked);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(MarkdownReport.CommentLimit)]
    [InlineData(MarkdownReport.SummaryLimit)]
    public void A_limit_is_kept_whatever_there_is(int limit)
    {
        var report = Many(10_000, GateStatus.Failed);

        var text = ReportWriter.Markdown(report, limit);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, limit);
        Assert.StartsWith("## \u274C Failed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_important_goes_first_and_is_named()
    {
        var whole = ReportWriter.Markdown(Many(100, GateStatus.Passed));
        var cut = ReportWriter.Markdown(Many(10_000, GateStatus.Passed));

        Assert.DoesNotContain("Left out", whole, StringComparison.Ordinal);
        Assert.Contains("Left out here, for length: slices, calibration, confusion matrices, passed checks.", cut, StringComparison.Ordinal);
        Assert.Contains("### Metrics", cut, StringComparison.Ordinal);
        Assert.Contains("### Comparison with", cut, StringComparison.Ordinal);
        Assert.DoesNotContain("check 77 ", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_too_many_failed_checks_the_first_are_shown()
    {
        var text = ReportWriter.Markdown(Many(10_000, GateStatus.Failed));

        Assert.Contains("### The first 20 of 10,000 checks that did not pass", text, StringComparison.Ordinal);
        Assert.Equal(20, Regex.Count(text, @"\| check \d+ +\|"));
        Assert.Contains("### Comparison with", text, StringComparison.Ordinal);
        Assert.Contains("### Metrics", text, StringComparison.Ordinal);
        Assert.Contains("Left out here, for length: the other checks that did not pass.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_that_stops_comes_before_the_rest()
    {
        var text = ReportWriter.Markdown(SampleReports.Failed());

        Assert.True(text.IndexOf("Checks that did not pass", StringComparison.Ordinal) < text.IndexOf("Comparison with", StringComparison.Ordinal));
        Assert.Matches(@"\| fairness +\| region +\| \u274C Failed +\|", text);
        Assert.Matches(@"\| runtime +\| p95 latency +\| \u2757 Could not run +\|", text);
    }

    [Fact]
    public void It_is_read_as_text_too()
    {
        var text = ReportWriter.Markdown(SampleReports.Failed());
        var table = text.Split('\n').SkipWhile(line => line != "### Metrics").Skip(2).TakeWhile(line => line.Length > 0).ToArray();

        Assert.DoesNotContain(text.Split('\n'), line => line.Contains('\\', StringComparison.Ordinal) && !line.StartsWith("- Build: [", StringComparison.Ordinal));
        Assert.Single(table.Select(line => line.Length).Distinct());
        Assert.Equal(["## \u274C Failed: the challenger is rejected", "", "**churn, version 7**"], text.Split('\n')[..3]);
    }

    [Fact]
    public void The_head_has_the_headline_what_did_not_pass_the_plan_and_links_and_no_more()
    {
        var head = ReportWriter.Head(ReportDocuments.HeadOf(SampleReports.Failed() with { Plan = ["models:/churn/7 does not become challenger in staging."] }));

        Assert.StartsWith("## \u274C Failed: the challenger is rejected\n\n**churn, version 7**\n", head, StringComparison.Ordinal);
        Assert.Equal(["### Checks that did not pass", "### Plan"], head.Split('\n').Where(line => line.StartsWith("###", StringComparison.Ordinal)));
        Assert.Contains("- models:/churn/7 does not become challenger in staging.\n", head, StringComparison.Ordinal);
        Assert.Contains("- Build: [https\\://ci.example.org/builds/1183](<https://ci.example.org/builds/1183>)\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Passed", head, StringComparison.Ordinal);
        Assert.True(head.Split('\n').Length < 25, head);
    }

    private static ReleaseReport Many(int checks, GateStatus status) => SampleReports.Passed() with
    {
        Status = status,
        Decision = null,
        Gates = [.. Enumerable.Range(0, checks).Select(index => new GateCheck("slices", $"check {index}", status, "0.1", "0.2", "", "\u4E2D\u6587 \u00E4"))],
    };

    private static string Shape(string line) => $"{line.AsSpan(0, Math.Min(2, line.Length))} {UnescapedBar().Count(line)}";

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedBar();

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();
}
