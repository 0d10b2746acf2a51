using ModelOps.Core.Reporting;
using ModelOps.Testing;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

/// <summary>Writes the sample reports where MODELOPS_SAMPLE_REPORTS says, for a person to look at; else into a directory that is removed.</summary>
public sealed class SampleReportTests
{
    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_report_is_written_in_every_format(string kind)
    {
        using var scratch = new TempDirectory();
        var directory = Environment.GetEnvironmentVariable("MODELOPS_SAMPLE_REPORTS") ?? scratch.Path;
        string[] paths = [Path.Combine(directory, $"{kind}.html"), Path.Combine(directory, $"{kind}.md"), Path.Combine(directory, $"{kind}.json")];

        await ReportWriter.WriteAsync(SampleReports.All[kind](), paths, CancellationToken.None);

        Assert.All(paths, path => Assert.InRange(new FileInfo(path).Length, 500, 400_000));
        Assert.DoesNotContain(".tmp", Directory.EnumerateFiles(directory).Select(Path.GetExtension));
    }
}
