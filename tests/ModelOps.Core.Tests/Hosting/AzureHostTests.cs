using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

public class AzureHostTests
{
    [Fact]
    public void A_hostile_output_is_one_command_with_the_same_value() =>
        Prop.ForAll(HostileText.Arbitrary, text =>
        {
            // The agent's search passes over invisible characters, and so does the parser of this test.
            var value = Invisible.Remove(text);
            var log = new StringWriter { NewLine = "\n" };
            new AzureHost(new TestEnvironment(), log, new()).SetOutput(new("FromAlias"), value);
            return AgentLog.Commands(log.ToString()) is [("task.setvariable", var properties, var data)]
                && properties["variable"] == "fromAlias" && properties["isoutput"] == "true" && data == value;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_summary_is_a_file_of_its_own()
    {
        using var directory = new TempDirectory();
        var log = new StringWriter { NewLine = "\n" };
        var host = new AzureHost(new TestEnvironment { ["AGENT_TEMPDIRECTORY"] = directory.Path }, log, new());

        host.WriteSummary("one");
        host.WriteSummary("two");

        var files = AgentLog.Commands(log.ToString()).Select(command => command.Data).ToArray();
        Assert.Equal(["one", "two"], files.Select(File.ReadAllText));
        Assert.All(AgentLog.Commands(log.ToString()), command => Assert.Equal("task.uploadsummary", command.Name));
    }

    [Fact]
    public void A_secret_is_masked_line_by_line()
    {
        var log = new StringWriter { NewLine = "\n" };
        new AzureHost(new TestEnvironment(), log, new()).Mask("first line\r\nsecond line");

        Assert.All(AgentLog.Commands(log.ToString()), command => Assert.Equal("task.setsecret", command.Name));
        Assert.Contains(AgentLog.Commands(log.ToString()), command => command.Data == "second line");
    }
}
