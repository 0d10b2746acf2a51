using ModelOps.Core.Reporting.Markdown;

namespace ModelOps.Core.Tests.Reporting;

public sealed class PlainMarkdownTests
{
    [Theory]
    [InlineData("roc_auc is 0.5 (limit <= 33): sha256:9f86 models:/churn/6 p95, x - y + z, A-1! fbeta@2", "roc_auc is 0.5 (limit <= 33): sha256:9f86 models:/churn/6 p95, x - y + z, A-1! fbeta@2")]
    [InlineData("<img src=x> a<b </x> <!-- &amp; & 1 < 2", "&lt;img src=x> a&lt;b &lt;/x> &lt;!-- &amp;amp; & 1 < 2")]
    [InlineData("a | b `c` **d** ~~e~~ _f_ __g", "a \\| b \\`c\\` \\*\\*d\\*\\* \\~\\~e\\~\\~ \\_f\\_ \\_\\_g")]
    [InlineData("[x](javascript:y) ![z](u)", "\\[x\\](javascript:y) !\\[z\\](u)")]
    [InlineData("https://example.org www.example.org :smile: @team", "https\\://example.org www\\.example.org \\:smile: \\@&#8203;team")]
    [InlineData("o/r#12 GH-12 !5", "o/r\\#&#8203;12 GH\\-&#8203;12 \\!5")]
    public void A_sign_is_escaped_only_where_it_means_something(string text, string expected) => Assert.Equal(expected, PlainMarkdown.Escape(text));

    [Theory]
    [InlineData("# title", "\\# title", "# title")]
    [InlineData("> said", "&gt; said", "> said")]
    [InlineData("- item", "\\- item", "- item")]
    [InlineData("-0.5", "-0.5", "-0.5")]
    [InlineData("12. item", "12\\. item", "12. item")]
    [InlineData("---", "\\---", "---")]
    [InlineData("    code", "code", "code")]
    public void A_line_begins_nothing_and_a_cell_cannot(string text, string line, string cell)
    {
        Assert.Equal(line, PlainMarkdown.Escape(text));
        Assert.Equal(cell, PlainMarkdown.Escape(text, isCell: true));
    }
}
