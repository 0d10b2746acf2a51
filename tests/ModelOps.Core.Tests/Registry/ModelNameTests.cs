using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.Tests.Registry;

public sealed class ModelNameTests
{
    [Theory]
    [InlineData("churn")]
    [InlineData("staging.fraud.scorer")]
    [InlineData("resnet 50.v2")]
    [InlineData("a..b")]
    [InlineData(".hidden")]
    [InlineData("ends. ")]
    [InlineData("previsão-churn")]
    [InlineData("Kündigungsvorhersage")]
    [InlineData("客户流失")]
    [InlineData("توقع العملاء")]
    [InlineData("team's \"model\"")]
    [InlineData("a@champion")]
    [InlineData("a\\b`c")]
    [InlineData("%2f;$(x)@(y)*?#+&=|<>!")]
    [InlineData("churn 😀\uFE0F")]
    public void A_name_that_MLflow_takes_stays_as_it_is(string text) => Assert.Equal(text, ModelName.Parse(text).Value);

    [Theory]
    [InlineData("", "it is empty or blank")]
    [InlineData(" \u3000", "it is empty or blank")]
    [InlineData("a/b", "character 2 is U+002F, which MLflow refuses")]
    [InlineData("a:1", "character 2 is U+003A, which MLflow refuses")]
    [InlineData("..", "read as a path it would name another directory")]
    [InlineData("..a", "read as a path it would name another directory")]
    [InlineData(".", "read as a path it would name another directory")]
    [InlineData("champion\n", "character 9 is U+000A, a control character")]
    [InlineData("a\u0085b", "character 2 is U+0085, a control character")]
    [InlineData("chu\u200Brn", "character 4 is U+200B, a format character, which cannot be seen")]
    [InlineData("می\u200Cخواهم", "character 3 is U+200C, a joiner, which cannot be seen; write the name without it")]
    [InlineData("a\u202Eb", "character 2 is U+202E, which turns the direction of the text")]
    [InlineData("a\u2066b", "character 2 is U+2066, which turns the direction of the text")]
    [InlineData("a\u2028b", "character 2 is U+2028, which ends a line")]
    [InlineData("a\uFFFE", "character 2 is U+FFFE, which Unicode keeps from being a character")]
    [InlineData("a\U000E0041", "character 2 is U+E0041, a format character, which cannot be seen")]
    public void What_is_refused_is_named_by_its_code_point_and_place_and_never_shown(string text, string reason)
    {
        Assert.False(ModelName.TryParse(text, out _));
        var message = Assert.Throws<FormatException>(() => ModelName.Parse(text)).Message;
        Assert.EndsWith($"; {reason}.", message, StringComparison.Ordinal);
        Assert.DoesNotContain(VisibleText.Points(message), VisibleText.IsHidden);
    }

    // The metadata of an attribute cannot hold half of a pair.
    [Fact]
    public void Half_of_a_surrogate_pair_is_no_name() => Assert.EndsWith(
        "; character 2 is U+D800, half of a surrogate pair.", Assert.Throws<FormatException>(() => ModelName.Parse("😀\uD800")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_has_at_most_256_characters_of_Unicode()
    {
        Assert.True(ModelName.TryParse(string.Concat(Enumerable.Repeat("😀", 256)), out _));
        Assert.False(ModelName.TryParse(new string('a', 257), out _));
        Assert.EndsWith("; it has 257 characters.", Assert.Throws<FormatException>(() => ModelName.Parse(new string('ä', 257))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_and_its_accent_are_one_letter_however_they_are_written()
    {
        var (composed, decomposed) = (ModelName.Parse("previs\u00E3o"), ModelName.Parse("previsa\u0303o"));
        Assert.Equal(composed, decomposed);
        Assert.Equal(composed.GetHashCode(), decomposed.GetHashCode());
        Assert.Equal("previsa\u0303o", decomposed.Value);
        Assert.NotEqual(composed, ModelName.Parse("previsao"));
        Assert.NotEqual(ModelName.Parse("churn"), ModelName.Parse("Churn"));
        Assert.NotEqual(ModelName.Parse("churn"), ModelName.Parse("\u0441hurn"));
    }

    [Fact]
    public void Levels_are_what_stands_between_dots()
    {
        Assert.Equal(["resnet 50", "v2"], ModelName.Parse("resnet 50.v2").Levels);
        Assert.Equal(["a", "", "b"], ModelName.Parse("a..b").Levels);
    }
}
