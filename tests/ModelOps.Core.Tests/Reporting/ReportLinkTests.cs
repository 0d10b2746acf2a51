using ModelOps.Core.Reporting;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

public sealed class ReportLinkTests
{
    private const string Hash = "4f1c2d9a7be03f6d5a8c4f1c2d9a7be03f6d5a8c";

    public static TheoryData<string> Hostile => [.. HostileReport.Texts];

    [Theory]
    [InlineData("https://ci.example.org/a%20b/_build/results?buildId=7")]
    [InlineData("http://127.0.0.1:5000/#/experiments/1")]
    public void An_address_of_the_web_is_a_link(string text) => Assert.Equal(text, ReportLink.Web(text));

    [Theory]
    [MemberData(nameof(Hostile))]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org/x")]
    [InlineData("git@example.org:owner/repo.git")]
    [InlineData("https://user:secret@example.org/x")]
    [InlineData("https://example.org/x y")]
    [InlineData("https://example.org/\">x")]
    [InlineData("https://example.org/x>)")]
    [InlineData("https://ex\u0430mple.org/")]
    public void Anything_else_is_none(string? text) => Assert.Null(ReportLink.Web(text));

    [Theory]
    [InlineData("https://example.org/owner/repo", $"https://example.org/owner/repo/commit/{Hash}")]
    [InlineData("https://example.org/owner/repo.git", $"https://example.org/owner/repo/commit/{Hash}")]
    [InlineData("git@example.org:owner/repo.git", null)]
    [InlineData("/srv/git/repo", null)]
    [InlineData("https://example.org/repo?***", null)]
    [InlineData(null, null)]
    public void A_commit_has_a_page_where_the_repository_has_one(string? repository, string? expected) => Assert.Equal(expected, ReportLink.Commit(repository, Hash));

    [Theory]
    [InlineData("main")]
    [InlineData("../../evil")]
    [InlineData(null)]
    public void What_is_no_hash_has_no_page(string? commit) => Assert.Null(ReportLink.Commit("https://example.org/owner/repo", commit));

    [Fact]
    public void A_report_of_the_ledger_has_a_page_on_a_server_and_none_in_a_file()
    {
        Assert.Equal("https://mlflow.example.org/#/experiments/3/runs/ab12/artifacts/report.html", ReportLink.RunFile("https://mlflow.example.org/", "3", "ab12", "report.html"));
        Assert.Null(ReportLink.RunFile("sqlite:///.modelops/dev.db", "3", "ab12", "report.html"));
    }
}
