using ModelOps.Core.Gates;
using ModelOps.Core.Reporting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Reporting;

public sealed class ReportPathsTests
{
    [UnixTheory]
    [InlineData("/srv/team/repo/models/churn.modelpkg", "models/churn.modelpkg")]
    [InlineData("/srv/team/repository/x.csv", "x.csv")]
    [InlineData("/elsewhere/data/old.csv", "old.csv")]
    [InlineData("models:/churn/7", "models:/churn/7")]
    [InlineData("https://example.org/srv/team/repo/x", "https://example.org/srv/team/repo/x")]
    public void A_fact_that_is_a_path_says_no_directory_of_the_machine(string value, string expected) =>
        Assert.Equal(expected, Clean(new() { Title = "t", CreatedAt = default, Facts = [new("Reference", value)] }).Facts[0].Value);

    [UnixTheory]
    [InlineData("The file '/srv/team/repo/data/rows.csv' has no label.", "The file 'data/rows.csv' has no label.")]
    [InlineData("The directory /srv/team/repo, file:///srv/team/repo/x", "The directory repo, x")]
    [InlineData("/srv/team/repository/x stays", "/srv/team/repository/x stays")]
    public void A_sentence_says_none_either(string message, string expected) => Assert.Equal(expected, CleanMessage(message));

    [Fact]
    public void Temporary_files_are_their_names() =>
        Assert.Equal("'p.csv' is empty.", CleanMessage($"'{Path.Combine(Path.GetTempPath(), "modelops-1", "p.csv")}' is empty."));

    private static string CleanMessage(string message) =>
        Clean(new() { Title = "t", CreatedAt = default, Gates = [new("g", "c", GateStatus.Failed, "", "", "", message)] }).Gates[0].Message;

    private static ReleaseReport Clean(ReleaseReport report) => new ReportPaths("/srv/team/repo").Clean(report);
}
