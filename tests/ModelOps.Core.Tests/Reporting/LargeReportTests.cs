using ModelOps.Core.Reporting;
using ModelOps.Testing;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

public sealed class LargeReportTests
{
    [Fact]
    public async Task A_report_of_many_rows_is_as_small_as_one_of_few()
    {
        using var directory = new TempDirectory();
        var path = directory.File("report.html");
        var (challenger, champion) = SamplePredictions.Binary(50_000);

        await ReportWriter.WriteAsync(SampleReports.Passed() with { Challenger = challenger, Champion = champion, Comparison = null }, path, CancellationToken.None);

        Assert.InRange(new FileInfo(path).Length, 10_000, 120_000);
    }
}
