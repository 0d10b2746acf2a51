using System.Text.RegularExpressions;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Html;
using ModelOps.Core.Reporting.Json;
using ModelOps.Core.Reporting.Markdown;
using ModelOps.Testing;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

public sealed partial class ReportSnapshotTests
{
    private static readonly ReportDocument Document = ReportDocuments.Of(SmallReport.Create()) with { ToolkitVersion = "VERSION" };

    [Fact]
    public void Html() => Snapshot.Match(
        Hash().Replace(HtmlReport.Write(Document).Replace(HtmlStyle.Sheet, "STYLE", StringComparison.Ordinal), "HASH"), "report-html");

    [Fact]
    public void Markdown() => Snapshot.Match(MarkdownReport.Write(Document, MarkdownReport.CommentLimit), "report-markdown");

    [Fact]
    public void Json() => Snapshot.Match(LongFraction().Replace(ReportJsonWriter.Write(Document), ""), "report-json");

    [GeneratedRegex("sha256-[A-Za-z0-9+/=]{44}")]
    private static partial Regex Hash();

    // The last digits of a sum may differ between processors.
    [GeneratedRegex(@"(?<=\.[0-9]{10})[0-9]+")]
    private static partial Regex LongFraction();
}
