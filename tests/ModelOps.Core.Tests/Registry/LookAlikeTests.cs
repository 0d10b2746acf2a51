using ModelOps.Abstractions.Text.Unicode;

namespace ModelOps.Core.Tests.Registry;

public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("churn", "\u0441hurn")]
    [InlineData("churn", "Churn")]
    [InlineData("CHURN", "\u0421\u041DURN")]
    [InlineData("model1", "modell")]
    [InlineData("v0", "vO")]
    [InlineData("churn", "churn ")]
    [InlineData("size 2", "size\u00A02")]
    [InlineData("a-b", "a\u2010b")]
    [InlineData("churn", "ｃｈｕｒｎ")]
    [InlineData("churn", "churn\u3164")]
    [InlineData("team's", "team\u2019s")]
    [InlineData("a.b", "a\u2024b")]
    public void Names_that_people_take_for_one_another_look_alike(string one, string other)
    {
        Assert.True(LookAlikes.AreAlike(one, other));
        Assert.True(LookAlikes.AreAlike(other, one));
    }

    [Theory]
    [InlineData("churn", "churn2")]
    [InlineData("previsao", "previs\u00E3o")]
    [InlineData("客户流失", "客户留存")]
    [InlineData("mail", "mall")]
    public void Names_that_differ_to_the_eye_do_not(string one, string other) => Assert.False(LookAlikes.AreAlike(one, other));

    [Theory]
    [InlineData("\u0441hurn model", "\u0441hurn")]
    [InlineData("v1.\u03B1bc", "\u03B1bc")]
    [InlineData("отток-churn", null)]
    [InlineData("β-vae", null)]
    [InlineData("データchurn", null)]
    public void A_word_that_mixes_alphabets_which_look_alike_is_found(string text, string? word) => Assert.Equal(word, LookAlikes.FindMixedWord(text));
}
