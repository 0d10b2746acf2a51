using ModelOps.Core.Hosting;

namespace ModelOps.Core.Tests.Hosting;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("<img src=x>", "&lt;img src=x&gt;")]
    [InlineData("a | b\nc", "a \\| b\\\\nc")]
    [InlineData("[x](javascript:y)", "\\[x\\]\\(javascript\\:y\\)")]
    [InlineData("`code` **bold** @team #1", "\\`code\\` \\*\\*bold\\*\\* \\@team \\#1")]
    [InlineData("\u202eevil", "evil")]
    public void Text_stays_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));
}
