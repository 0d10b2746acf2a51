using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Metadata;

namespace ModelOps.Core.Tests.Gates;

public sealed class MetadataGateTests
{
    private static readonly ModelEvidence Version = GateLab.Nothing() with { IsRegistered = true };

    [Theory]
    [InlineData("required", "risk team", GateStatus.Passed)]
    [InlineData("required", " \t", GateStatus.Failed)]
    [InlineData("required", "", GateStatus.Failed)]
    [InlineData("[A-Z]+-[0-9]+", "RISK-12", GateStatus.Passed)]
    [InlineData("[A-Z]+-[0-9]+", "see RISK-12", GateStatus.Failed)]
    [InlineData("[A-Z]+-[0-9]+", "RISK-12\n", GateStatus.Failed)]
    [InlineData("a|b", "a", GateStatus.Passed)]
    [InlineData("a|b", "ax", GateStatus.Failed)]
    [InlineData("a|b", "xb", GateStatus.Failed)]
    [InlineData("(?i)yes", "YES", GateStatus.Passed)]
    [InlineData(".*", "", GateStatus.Passed)]
    public void A_tag_matches_its_pattern_as_a_whole(string pattern, string value, GateStatus expected)
    {
        var check = Assert.Single(Judge(Tags(pattern), Version with { Tags = new Dictionary<string, string> { ["owner"] = value } }));

        Assert.Equal(("tag owner", expected), (check.Check, check.Status));
    }

    [Fact]
    public void A_missing_tag_fails_and_shows_the_champions()
    {
        var champion = Version with { Tags = new Dictionary<string, string> { ["owner"] = "risk" } };

        var check = Assert.Single(Judge(Tags("required"), Version, champion));

        Assert.Equal((GateStatus.Failed, "none", "risk"), (check.Status, check.Value, check.Previous));
        Assert.Contains("--tags owner=", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_of_what_is_not_registered_are_shown_as_not_judged() =>
        Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(Tags("required"), GateLab.Nothing())).Status);

    [Theory]
    [InlineData("one two", GateStatus.Failed)]
    [InlineData("one two - !", GateStatus.Failed)]
    [InlineData("one two three", GateStatus.Passed)]
    [InlineData("one\ntwo  3 vier", GateStatus.Passed)]
    public void A_description_has_enough_words(string text, GateStatus expected) =>
        Assert.Equal(expected, Assert.Single(Judge(new() { DescriptionWords = 3 }, Version with { Description = text })).Status);

    [Fact]
    public void Every_section_of_the_card_is_a_check_of_its_own()
    {
        var limits = new MetadataGateSection { ModelCard = "card.md", Sections = ["Intended use", "limitations", "Ethics"] };
        var card = new Evidence<string>("# Card\n\n## Intended Use\nScores.\n\nLimitations\n---\n\n## Other\ntext\n");

        var checks = Judge(limits, Version with { ModelCard = card });

        Assert.Equal(
            [("model card: Intended use", GateStatus.Passed), ("model card: limitations", GateStatus.Failed), ("model card: Ethics", GateStatus.Failed)],
            checks.Select(check => (check.Check, check.Status)));
        Assert.Equal(["nothing below the heading", "no such heading"], checks.Skip(1).Select(check => check.Value));
    }

    [Theory]
    [InlineData("text", GateStatus.Passed)]
    [InlineData(" \n", GateStatus.Failed)]
    public void A_card_of_which_no_section_is_asked_must_not_be_empty(string text, GateStatus expected) =>
        Assert.Equal(expected, Assert.Single(Judge(new() { ModelCard = "card.md" }, Version with { ModelCard = new(text) })).Status);

    [Fact]
    public void A_card_that_cannot_be_had_is_no_pass()
    {
        var check = Assert.Single(Judge(
            new() { ModelCard = "card.md", Sections = ["A"] }, Version with { ModelCard = Evidence<string>.Unavailable("there is no file card.md") }));

        Assert.Equal((GateStatus.CouldNotRun, "there is no file card.md"), (check.Status, check.Message));
    }

    [Fact]
    public void Nothing_asked_is_not_judged() => Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(new(), Version)).Status);

    private static MetadataGateSection Tags(string pattern) => new() { Tags = new Dictionary<string, string> { ["owner"] = pattern } };

    private static IReadOnlyList<GateCheck> Judge(MetadataGateSection limits, ModelEvidence candidate, ModelEvidence? champion = null) =>
        GateLab.Judge(new MetadataGate(), GateLab.Case(new() { Metadata = limits }, candidate, champion));
}
