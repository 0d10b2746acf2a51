using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Http.Ini;

namespace ModelOps.Core.Tests.Http;

public sealed class IniPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(500);

    // Everything that means something to a reader, beside letters.
    private static readonly Gen<string> Noise = Gen.Elements(
        "[", "]", "=", ":", "#", ";", "%", "%%", "%(", ")s", " ", "\t", "\n", "\r", "\n ", "\n\n", "[s]", "[DEFAULT]", "k", "K", "canary", "é", "\u2028", "\0").ListOf()
        .Select(string.Concat);

    private static readonly Gen<string> Value = Gen.Elements("a", "Z", "9", "=", ":", "#", ";", "%", "[", "]", "(", ")s", "'", "\"", "\\", "é", "✓", " ")
        .ListOf().Select(parts => string.Concat(parts).Trim());

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused_and_no_refusal_shows_any_of_it() => Check.One(Runs, Prop.ForAll(Noise.ToArbitrary(), text =>
    {
        try
        {
            _ = IniFile.Parse(text).Find("s", "k")?.Unescape();
        }
        catch (IniException refusal)
        {
            Assert.InRange(refusal.Line, 1, text.Length + 1);
            Assert.DoesNotContain("canary", refusal.Message, StringComparison.Ordinal);
        }
    }));

    [Fact]
    public void A_value_that_is_written_with_doubled_percent_signs_is_read_back() => Check.One(
        Runs,
        Prop.ForAll(Value.ListOf().ToArbitrary(), values =>
        {
            var lines = values.Select((value, index) => $"Key.{index}{(index % 2 == 0 ? " = " : ": ")}{value.Replace("%", "%%", StringComparison.Ordinal)}");
            var file = IniFile.Parse("[other]\nkey.0 = no\n[s]\n" + string.Join('\n', lines) + "\n");
            Assert.Equal(
                values,
                values.Select((_, index) => file.Find("s", string.Create(CultureInfo.InvariantCulture, $"KEY.{index}"))!.Unescape()));
        }));
}
