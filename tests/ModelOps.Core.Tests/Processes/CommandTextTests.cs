using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Processes;

namespace ModelOps.Core.Tests.Processes;

public sealed class CommandTextTests
{
    private static readonly Gen<string> Word = Gen.Elements(
        "a", "b", " ", "\t", "\n", "'", "\"", "\\", "$x", "`", "|", ";", "&", ">", "{x}", "{", "}", "*", "~", "#", "é", "😀", "=").ListOf().Select(parts => string.Concat(parts));

    [Theory]
    [InlineData("pytest -q tests", "pytest|-q|tests")]
    [InlineData("  pytest\t-q \n tests ", "pytest|-q|tests")]
    [InlineData("pytest -k 'a and (b)'", "pytest|-k|a and (b)")]
    [InlineData("a \"b c\"d'e f' g\\ h", "a|b cde f|g h")]
    [InlineData("a '' \"\"", "a||")]
    [InlineData("a 'x\\y' \"x\\y\" \"\\$\\`\\\"\\\\\"", "a|x\\y|x\\y|$`\"\\")]
    [InlineData("a b\\\nc \"d\\\ne\"", "a|bc|de")]
    [InlineData("a $HOME * ~ # b", "a|$HOME|*|~|#|b")]
    [InlineData("'my program' x", "my program|x")]
    public void A_command_line_is_split_as_a_shell_splits_it(string text, string expected)
    {
        Assert.True(CommandText.TrySplit(text, out var words, out var problem), problem);
        Assert.Equal(expected, string.Join('|', words));
    }

    [Theory]
    [InlineData("", "no program")]
    [InlineData("   ", "no program")]
    [InlineData("'' a", "no program")]
    [InlineData("a 'b", "quote '")]
    [InlineData("a \"b\\\"", "quote \"")]
    [InlineData("a\\", "backslash")]
    [InlineData("a && b", "'&'")]
    [InlineData("a | b", "'|'")]
    [InlineData("a > b", "'>'")]
    [InlineData("a; b", "';'")]
    [InlineData("a \0", "null character")]
    public void What_only_a_shell_understands_or_is_not_closed_is_a_problem(string text, string expected)
    {
        Assert.False(CommandText.TrySplit(text, out var words, out var problem));
        Assert.Empty(words);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_quoted_for_a_shell_come_back() => Prop.ForAll(Word.NonEmptyListOf().ToArbitrary(), words =>
    {
        var quoted = CommandText.Join(words);
        var escaped = string.Join(' ', words.Select(word =>
            $"\"{string.Concat(word.Select(letter => letter is '$' or '`' or '"' or '\\' ? $"\\{letter}" : $"{letter}"))}\""));
        return words[0].Length == 0
            || (CommandText.TrySplit(quoted, out var first, out _) && first.SequenceEqual(words)
                && CommandText.TrySplit(escaped, out var second, out _) && second.SequenceEqual(words));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Only_what_a_shell_would_not_take_literally_is_quoted() => Assert.Equal(
        "pytest -q 'tests/a b' --junitxml=/tmp/r.xml 'trx;LogFileName=x' '' 'it'\\''s'",
        CommandText.Join(["pytest", "-q", "tests/a b", "--junitxml=/tmp/r.xml", "trx;LogFileName=x", "", "it's"]));

    [Fact]
    public void Any_text_is_split_or_refused_with_a_reason() => Prop.ForAll(
        Word.ToArbitrary(),
        text => CommandText.TrySplit(text, out var words, out var problem) ? words.Count > 0 && problem.Length == 0 : words.Count == 0 && problem.Length > 0)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_value_stays_one_argument_and_is_not_filled_again() => Prop.ForAll(Word.ToArbitrary(), value =>
    {
        Assert.True(CommandText.TrySplit("run --a={x} {x}{y} {unknown} {\"json\"}", out var words, out _));
        var filled = CommandText.Fill(words, new Dictionary<string, string> { ["x"] = value, ["y"] = "{x}" });
        return filled.SequenceEqual(["run", $"--a={value}", value + "{x}", "{unknown}", "{json}"]) || filled.Count != 5;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Placeholders_are_listed_once() =>
        Assert.Equal(["results", "learning-rate"], CommandText.Placeholders(["{results}", "a={learning-rate}:{results}", "{ no }", "{}", "{1}"]));
}
