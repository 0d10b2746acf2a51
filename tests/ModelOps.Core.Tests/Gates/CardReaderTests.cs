using ModelOps.Core.Gates.Metadata;

namespace ModelOps.Core.Tests.Gates;

public sealed class CardReaderTests
{
    [Theory]
    [InlineData("# A\ntext", "1 A +")]
    [InlineData("# A", "1 A -")]
    [InlineData("# A\n\n## B\ntext\n# C\n", "1 A +", "2 B +", "1 C -")]
    [InlineData("## A\n# B\ntext", "2 A -", "1 B +")]
    [InlineData("   ###### A ######\nt", "6 A +")]
    [InlineData("####### A\nt")]
    [InlineData("#A\nt")]
    [InlineData("    # A\nt")]
    [InlineData("#\tA # B\nt", "1 A # B +")]
    [InlineData("A\n===\nt\n\nB\n---\n", "1 A +", "2 B -")]
    [InlineData("A\nb\n---\nt", "2 A b +")]
    [InlineData("# A\n\n---\n\n* * *\n", "1 A -")]
    [InlineData("---\ntitle: x\n---\n# A\nt", "1 A +")]
    [InlineData("# A\n```\n# B\n```\n", "1 A +")]
    [InlineData("# A\n~~~~ py\n~~~\n# B\n~~~~\n# C\nt", "1 A +", "1 C +")]
    [InlineData("# A\n```\n```\n", "1 A -")]
    [InlineData("# A\n```\n# B", "1 A +")]
    [InlineData("# A\n<!-- todo -->\n", "1 A -")]
    [InlineData("# A\n<!-- todo\n# B\nmore --> \n", "1 A -")]
    [InlineData("# A\n<!-- x --> text", "1 A +")]
    [InlineData("# **Intended** `use`:\r\ntext", "1 Intended use +")]
    [InlineData("# [Limits](docs/limits.md)\ntext", "1 Limits +")]
    [InlineData("\uFEFF# A\nt", "1 A +")]
    [InlineData("")]
    [InlineData("text without heading")]
    public void Sections_are_found(string text, params string[] expected) => Assert.Equal(
        expected, CardReader.Read(text).Select(section => $"{section.Level} {section.Heading} {(section.HasText ? '+' : '-')}"));

    // What is read in much more than linear time would not come to an end here.
    [Theory]
    [InlineData("<!--x-->")]
    [InlineData("a\n")]
    [InlineData("# a\n")]
    [InlineData("# a\n## b\n")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("#")]
    [InlineData("# [[(<!--")]
    [InlineData("` * _ ")]
    public void A_hostile_card_takes_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));

        Assert.NotEmpty(CardReader.Read($"# A\n{text}\n===\n# {text}"));
    }
}
