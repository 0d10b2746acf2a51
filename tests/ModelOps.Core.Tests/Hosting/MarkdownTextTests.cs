using ModelOps.Core.Hosting;

namespace ModelOps.Core.Tests.Hosting;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("<img src=x>", "&lt;img src=x&gt;")]
    [InlineData("a | b\nc", "a \\| b\\\\nc")]
    [InlineData("[x](javascript:y)", "\\[x\\]\\(javascript\\:y\\)")]
    [InlineData("`code` **bold** @team #1", "\\`code\\` \\*\\*bold\\*\\* \\@&#8203;team \\#&#8203;1")]
    [InlineData("models:/churn@champion", "models\\:/churn\\@champion")]
    [InlineData("é@x/y, o/r#12, GH-12, gh-3", "é\\@&#8203;x/y, o/r\\#&#8203;12, GH\\-&#8203;12, gh\\-&#8203;3")]
    [InlineData("# 1, @ x, GH-x, A-1", "\\# 1, \\@ x, GH\\-x, A\\-1")]
    [InlineData("\u202eevil", "evil")]
    public void Text_stays_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));
}
