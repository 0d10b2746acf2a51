using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Reporting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Reporting;

public sealed class ReportPlaceTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [UnixTheory]
    [InlineData("out", "out/report.md")]
    [InlineData("out/deep", "out/deep/er/report.md")]
    [InlineData("report.md", "report.md")]
    [InlineData("out/report.md", "out/report.md")]
    public void A_report_goes_through_no_link_of_the_working_tree(string link, string report)
    {
        var tree = Directory.CreateDirectory(_directory.File("tree")).FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(tree, link))!);
        File.CreateSymbolicLink(Path.Combine(tree, link), _directory.Path);
        var failure = Assert.Throws<ModelOpsException>(() => ReportPlace.Require(Path.Combine(tree, report), tree));

        Assert.Equal((ExitCode.BadInput, "MOP0002"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains(Path.Combine(tree, link), failure.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_link_to_nothing_is_one_too()
    {
        File.CreateSymbolicLink(_directory.File("report.md"), "/no/such");
        Assert.Throws<ModelOpsException>(() => ReportPlace.Require(_directory.File("report.md"), "/elsewhere"));
    }

    [UnixFact]
    public void Links_above_the_tree_are_the_machines_own()
    {
        Directory.CreateDirectory(_directory.File("real/tree"));
        Directory.CreateSymbolicLink(_directory.File("linked"), _directory.File("real"));
        ReportPlace.Require(_directory.File("linked/tree/.modelops/report.md"), _directory.File("linked/tree"));
        ReportPlace.Require(_directory.File("linked/report.md"), _directory.File("real/tree"));
    }
}
