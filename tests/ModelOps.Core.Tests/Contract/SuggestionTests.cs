using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Tests.Contract;

public class SuggestionTests
{
    [Theory]
    [InlineData("modle", "model")]
    [InlineData("MODEL", "model")]
    [InlineData("dryrun", "dry-run")]
    [InlineData("envrionment", "environment")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_when_one_is_near(string name, string? expected) =>
        Assert.Equal(expected, Suggestion.For(name, ["model", "dry-run", "environment"]));

    [Fact]
    public void Of_several_that_are_equally_near_none_is_guessed()
    {
        Assert.Null(Suggestion.For("mop", ["map", "mob"]));
        Assert.Equal("map", Suggestion.For("mop", ["map", "map", "mobs"]));
    }
}
