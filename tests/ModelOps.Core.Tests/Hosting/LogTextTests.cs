using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Hosting;

namespace ModelOps.Core.Tests.Hosting;

public class LogTextTests
{
    [Theory]
    [InlineData("plain text, 100 %", "plain text, 100 %")]
    [InlineData("über 模型 😀", "über 模型 😀")]
    [InlineData("a\nb\r\nc", "a\\nb\\r\\nc")]
    [InlineData("a\u0085b\u2028c\u2029d\ve\ff", "a\\u0085b\\u2028c\\u2029d\\ve\\ff")]
    [InlineData("::error::x", ":_:error::x")]
    [InlineData(" \u3000::error::x", " \u3000:_:error::x")]
    [InlineData("a ::error::x", "a ::error::x")]
    [InlineData("a ##[error]x", "a ##_[error]x")]
    [InlineData("##vso[task.complete]x", "##_vso[task.complete]x")]
    [InlineData("#\u200b#vso[task.complete]x", "##_vso[task.complete]x")]
    [InlineData("\u001b[31mred\u202e", "[31mred")]
    public void Text_is_disarmed_by_the_rule(string text, string expected) => Assert.Equal(expected, LogText.Clean(text));

    [Fact]
    public void No_host_finds_a_command_in_a_hostile_text()
    {
        foreach (var text in HostileText.Examples)
        {
            Assert.True(IsHarmless(text), $"{text} became {LogText.Clean(text)}");
        }
    }

    [Fact]
    public void No_host_finds_a_command_in_any_mix_of_hostile_fragments() =>
        Prop.ForAll(HostileText.Arbitrary, IsHarmless).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_parsers_do_find_commands_in_raw_text()
    {
        Assert.Single(RunnerLog.Commands("  ::error file=a::b"));
        Assert.Single(RunnerLog.Commands("text ##[error]b"));
        Assert.Single(AgentLog.Commands("text ##vso[task.complete result=Failed;]b"));
    }

    private static bool IsHarmless(string text)
    {
        var line = LogText.Clean(text);
        return RunnerLog.Commands(line).Count == 0
            && AgentLog.Commands(line).Count == 0
            && !line.Any(letter => letter is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '\u001b' or '\0' or '\u202e');
    }
}
