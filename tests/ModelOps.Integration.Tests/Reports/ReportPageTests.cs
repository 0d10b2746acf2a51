using ModelOps.Core.Reporting;
using ModelOps.Testing;
using ModelOps.Testing.Reports;

namespace ModelOps.Integration.Tests.Reports;

/// <summary>The HTML report in a real browser.</summary>
public sealed class ReportPageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempDirectory _directory = new();
    private readonly CancellationTokenSource _limit = new(Patience);

    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    public void Dispose()
    {
        _limit.Dispose();
        _directory.Dispose();
    }

    [ChromiumTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_report_is_shown_without_complaint_request_or_overflow(string kind)
    {
        var report = SampleReports.All[kind]();
        var file = _directory.File($"{kind}.html");
        await ReportWriter.WriteAsync(report, file, _limit.Token);

        foreach (var (width, isDark) in new[] { (1280, false), (390, true) })
        {
            var page = await chromium.Browser.OpenAsync(file, width, isDark, _limit.Token);

            Assert.Empty(page.Complaints);
            Assert.Empty(page.Requests);
            Assert.Equal(width, page.Width);
            Assert.Contains("Made by the ModelOps Toolkit", page.Text, StringComparison.Ordinal);
            var picture = new PngImage(page.Screenshot);
            var colours = picture.Colours();
            Assert.Equal(width, picture.Width);
            Assert.InRange(picture.Height, 500, page.Height + 1);
            Assert.True(colours.Count > 100, $"only {colours.Count} colours at {width}");
            Assert.InRange((double)colours.Values.Max() / (picture.Width * picture.Height), 0.2, 0.97);
            var brightness = Brightness(colours.MaxBy(pair => pair.Value).Key);
            Assert.True(isDark ? brightness < 150 : brightness > 600, $"brightness {brightness} at {width}");
        }
    }

    // The screen of a telephone is 844 high: what decides begins on the first, or on the second where checks failed.
    [ChromiumTheory]
    [InlineData("passed", 390, 844)]
    [InlineData("passed", 1280, 700)]
    [InlineData("failed", 390, 1688)]
    [InlineData("failed", 1280, 900)]
    public async Task The_comparison_is_reached_quickly(string kind, int width, double limit)
    {
        var file = _directory.File($"{kind}.html");
        await ReportWriter.WriteAsync(SampleReports.All[kind](), file, _limit.Token);

        var page = await chromium.Browser.OpenAsync(file, width, isDark: false, _limit.Token);

        var comparison = page.Headings.Single(heading => heading.Key.StartsWith("Comparison with", StringComparison.Ordinal)).Value;
        Assert.InRange(comparison, 200, limit);
        Assert.True(page.Headings["Gates"] > comparison);
        Assert.DoesNotContain("tenure_months", page.Text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task What_a_page_does_wrong_is_noticed()
    {
        var file = _directory.File("wrong.html");
        await File.WriteAllTextAsync(
            file,
            "<!DOCTYPE html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'none'\"></head><body><p style='color:red'>a</p>"
            + "<div>" + new string('x', 2000) + "</div><img src='http://127.0.0.1:9/x.png'><script>console.error('hello')</script></body></html>",
            _limit.Token);

        var page = await chromium.Browser.OpenAsync(file, 390, isDark: false, _limit.Token);

        Assert.Contains(page.Complaints, complaint => complaint.Contains("hello", StringComparison.Ordinal));
        Assert.Contains(page.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        Assert.Equal(["http://127.0.0.1:9/x.png"], page.Requests);
        Assert.True(page.Width > 390);
    }

    private static int Brightness(int colour) => (colour >> 16) + ((colour >> 8) & 0xFF) + (colour & 0xFF);
}
