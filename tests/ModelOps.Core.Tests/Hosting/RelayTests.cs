using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

/// <summary>A line of another program's output is one harmless line on every host.</summary>
public sealed class RelayTests
{
    private static readonly Func<TextWriter, IBuildHost>[] Hosts =
    [
        output => new GitHubHost(new TestEnvironment(), output, new()),
        output => new AzureHost(new TestEnvironment(), output, new()),
        output => new ConsoleHost(output, new(), isRich: false),
        output => new ConsoleHost(output, new(), isRich: true),
    ];

    [Theory]
    [MemberData(nameof(HostileText.Data), MemberType = typeof(HostileText))]
    public void A_known_trick_is_no_command(string text) => Assert.True(IsHarmless(text));

    [Fact]
    public void A_hostile_line_is_no_command() => Prop.ForAll(HostileText.Arbitrary, IsHarmless).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void What_colours_hold_apart_is_no_command() =>
        Prop.ForAll(HostileText.Arbitrary, text => IsHarmless(string.Join("\u001b[0m", text.Select(letter => letter)))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_masked_secret_is_hidden_even_between_colours()
    {
        foreach (var create in Hosts)
        {
            var output = new StringWriter();
            var host = create(output);
            host.Mask("s3cret-value");
            output.GetStringBuilder().Clear();

            host.Relay("a s3cret-value b s3cret\u001b[31m-value\u001b[0m c");

            Assert.Equal("a *** b *** c", output.ToString().TrimEnd());
        }
    }

    [Fact]
    public void An_ordinary_line_is_shown_as_it_is()
    {
        foreach (var create in Hosts)
        {
            var output = new StringWriter();
            create(output).Relay("tests/test_a.py::test_x \u001b[32mPASSED\u001b[0m [ 50%]: ü 😀 {0}");
            Assert.Equal("tests/test_a.py::test_x PASSED [ 50%]: ü 😀 {0}", output.ToString().TrimEnd());
        }
    }

    private static bool IsHarmless(string text) => Hosts.All(create =>
    {
        var output = new StringWriter { NewLine = "\n" };
        create(output).Relay(text);
        var log = output.ToString();
        return log.IndexOf('\n', StringComparison.Ordinal) == log.Length - 1
            && !log.Contains('\u001b', StringComparison.Ordinal)
            && RunnerLog.Commands(log).Count == 0
            && AgentLog.Commands(log).Count == 0;
    });
}
