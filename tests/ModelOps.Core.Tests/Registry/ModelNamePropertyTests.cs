using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Text;
using ModelOps.Abstractions.Text.Unicode;

namespace ModelOps.Core.Tests.Registry;

/// <summary>What holds for names of any characters.</summary>
public sealed class ModelNamePropertyTests
{
    private static readonly UnicodeCategory[] Refused =
    [
        UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.Surrogate, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator,
    ];

    // Letters with marks, Hangul, controls and halves of pairs are more frequent than in random text.
    private static readonly Gen<string> Texts = Gen.Elements(
            "a", "e", "K", ".", " ", "'", "\"", "%", "\u0301", "\u0323", "\u0327", "\u00E9", "\u1EAD", "\u212B", "\uAC00", "\u1100", "\u1161", "\u11A8", "\u0BC6", "\u0BBE",
            "\u200D", "\u202E", "\u0007", "\uD83D", "\uDE00", "\U0001D15E", "\uFB1D", "\u0344", "\u05D0", "\u4E2D", "\u3000", "/")
        .ListOf(12).Select(string.Concat);

    [Fact]
    public void A_name_reads_back_and_has_no_refused_character() => ForAll(text =>
    {
        var isName = ModelName.TryParse(text, out var name);
        Assert.Equal(isName, ModelNameRules.FindProblem(text) is null);
        if (isName)
        {
            Assert.Equal(text, name!.Value);
            Assert.Equal(name, ModelName.Parse(name.Normalized));
            Assert.DoesNotContain(text.EnumerateRunes(), rune => Refused.Contains(Rune.GetUnicodeCategory(rune)));
            Assert.DoesNotContain('/', text);
        }
    });

    [Fact]
    public void The_reason_and_the_visible_text_hide_nothing() => ForAll(text =>
    {
        foreach (var shown in new[] { ModelNameRules.FindProblem(text) ?? "", VisibleText.Of(text), VisibleText.OfAscii(text) })
        {
            Assert.DoesNotContain(VisibleText.Points(shown), VisibleText.IsHidden);
        }
    });

    [Fact]
    public void Normalisation_is_that_of_the_platform_and_changes_nothing_twice() => ForAll(text =>
    {
        if (ModelName.TryParse(text, out var name))
        {
            Assert.Equal(text.Normalize(NormalizationForm.FormC), name.Normalized);
            Assert.Equal(name.Normalized, Nfc.Of(name.Normalized));
            Assert.Equal(name, ModelName.Parse(text.Normalize(NormalizationForm.FormD)));
        }
    });

    // The platform may know an older Unicode, in which a character of a newer one is not assigned and does not decompose.
    [Fact]
    public void Every_character_alone_is_normalised_as_the_platform_does()
    {
        for (var point = 0x80; point <= 0x10FFFF; point++)
        {
            if (Rune.IsValid(point) && new Rune(point).ToString() is var text && ModelName.TryParse(text, out _) && text.Normalize(NormalizationForm.FormD) is var parts && parts != text)
            {
                Assert.Equal(text.Normalize(NormalizationForm.FormC), Nfc.Of(text));
                Assert.Equal(text.Normalize(NormalizationForm.FormC), Nfc.Of(parts));
            }
        }
    }

    private static void ForAll(Action<string> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts.ToArbitrary(), property));
}
