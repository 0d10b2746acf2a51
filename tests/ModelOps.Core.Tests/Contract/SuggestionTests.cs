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
}
