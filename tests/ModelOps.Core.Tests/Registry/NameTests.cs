using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Tests.Registry;

public sealed class NameTests
{
    [Theory]
    [InlineData("champion")]
    [InlineData("Champion")]
    [InlineData("blue-green_2")]
    [InlineData("v")]
    [InlineData("v1x")]
    public void An_alias_is_kept_as_it_is_spelled(string text)
    {
        Assert.True(AliasName.TryParse(text, out var alias));
        Assert.Equal(text, alias.Value);
    }

    [Theory]
    [InlineData("CHAMPION", true)]
    [InlineData("champIon", true)]
    [InlineData("champ\u0131on", false)]
    [InlineData("champ\u0130on", false)]
    [InlineData("\u0441hampion", false)]
    public void A_role_is_told_by_ASCII_letters_in_either_case_and_by_no_look_alike(string text, bool isChampions) =>
        Assert.Equal(isChampions, AliasName.Champion.IsSpelledAs(text));

    [Theory]
    [InlineData("\u212A")]
    [InlineData("\u017F")]
    public void Letters_that_fold_into_ASCII_are_no_other_spelling(string letter) =>
        Assert.False(AliasName.Parse("ks").IsSpelledAs(letter == "\u212A" ? letter + "s" : "k" + letter));

    [Theory]
    [InlineData("")]
    [InlineData("champion\n")]
    [InlineData("сhampion")]
    [InlineData("\u212Aelvin")]
    [InlineData("v12")]
    [InlineData("V1")]
    [InlineData("latest")]
    [InlineData("LATEST")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("١")]
    public void Text_that_another_reader_takes_for_something_else_is_no_alias(string text) => Assert.False(AliasName.TryParse(text, out _));

    [Fact]
    public void An_alias_has_at_most_255_characters()
    {
        Assert.True(AliasName.TryParse(new string('a', 255), out _));
        Assert.False(AliasName.TryParse(new string('a', 256), out _));
    }

    [Theory]
    [InlineData("team=fraud", "team", "fraud")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("empty=", "empty", "")]
    [InlineData("a/b.c:d=x", "a/b.c:d", "x")]
    public void A_tag_is_split_at_the_first_equals_sign(string text, string key, string value)
    {
        Assert.True(Tag.TryParse(text, out var tag));
        Assert.Equal((key, value), (tag.Key, tag.Value));
    }

    [Theory]
    [InlineData("no separator")]
    [InlineData("=value")]
    [InlineData("a//b=x")]
    [InlineData("../a=x")]
    [InlineData("a/=x")]
    [InlineData(" a=x")]
    [InlineData("a\n=x")]
    public void A_key_that_a_server_would_normalise_is_no_tag(string text) => Assert.False(Tag.TryParse(text, out _));
}
