using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Reporting;
using ModelOps.Testing;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

public sealed class ReportWriterTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("a/b/report.html", "<!DOCTYPE html")]
    [InlineData("report.HTML", "<!DOCTYPE html")]
    [InlineData("report.md", "## ")]
    [InlineData("report.json", "{\n")]
    public async Task The_extension_says_the_format(string name, string start)
    {
        var path = _directory.File(name);
        await ReportWriter.WriteAsync(SampleReports.All["gates-only"](), path, CancellationToken.None);

        Assert.StartsWith(start, (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.NotEqual(0xEF, (await File.ReadAllBytesAsync(path))[0]);
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("report")]
    public async Task Another_extension_is_bad_input_and_nothing_is_written(string name)
    {
        var error = await Assert.ThrowsAsync<ModelOpsException>(
            () => ReportWriter.WriteAsync(SampleReports.All["gates-only"](), [_directory.File("report.md"), _directory.File(name)], CancellationToken.None));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
        Assert.Equal("MOP0002", error.Diagnostics.Single().Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory.Path));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_bad_input()
    {
        await File.WriteAllTextAsync(_directory.File("file"), "");

        var error = await Assert.ThrowsAsync<ModelOpsException>(
            () => ReportWriter.WriteAsync(SampleReports.All["gates-only"](), _directory.File("file/report.md"), CancellationToken.None));

        Assert.Equal(ExitCode.BadInput, error.ExitCode);
    }
}
