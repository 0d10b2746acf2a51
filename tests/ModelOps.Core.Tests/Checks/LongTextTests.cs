using ModelOps.Abstractions.Text;
using ModelOps.Core.Models.Environments;
using ModelOps.Core.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Tests.Checks;

/// <summary>Long texts that nearly fit a pattern: one that was tried in as many ways as there are signs would not end with the suite.</summary>
public sealed class LongTextTests
{
    private const int Parts = 300_000;

    [Theory]
    [InlineData("0", "x")]
    [InlineData("_", "x")]
    [InlineData("01_", "..")]
    [InlineData(":5", "x")]
    [InlineData(":59", ":")]
    [InlineData("1.", "x")]
    [InlineData("0b1", "2")]
    [InlineData("2026-", "1")]
    public void A_scalar_that_is_text_is_told_at_once(string part, string end)
    {
        var text = "1" + Repeat(part) + end;

        Assert.Null(Yaml11.DescribeNonText(new YamlScalarNode(text) { Style = ScalarStyle.Plain }));
    }

    [Theory]
    [InlineData("", "ghp_", "!")]
    [InlineData("ghp_", "a", "_")]
    [InlineData("", "hf_a_", "!")]
    [InlineData("glpat-glpat-", "-", "!")]
    [InlineData("", "AKIA", "!")]
    [InlineData("", "dapi0", "!")]
    [InlineData("", "github_pat_ ", "!")]
    public void A_text_without_a_token_is_told_at_once(string begin, string part, string end)
    {
        var text = begin + Repeat(part) + end;

        Assert.Equal(text, KnownSecrets.Hide(text));
    }

    [Theory]
    [InlineData("==1 ", "x")]
    [InlineData("==1 , ", "x")]
    [InlineData("!=1!!", "=")]
    [InlineData(".", "!")]
    [InlineData("[", "x")]
    public void A_line_that_is_no_requirement_is_told_at_once(string part, string end) =>
        Assert.Equal(RequirementKind.Invalid, RequirementParser.Parse("a" + Repeat(part) + end).Kind);

    private static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, Parts));
}
