using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

public class BuildHostsTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "true", typeof(GitHubHost))]
    [InlineData("TF_BUILD", "True", typeof(AzureHost))]
    [InlineData("CI", "true", typeof(ConsoleHost))]
    public void The_hosts_own_variable_decides(string variable, string value, Type expected) =>
        Assert.IsType(expected, BuildHosts.Detect(new TestEnvironment { [variable] = value }, TextWriter.Null, TextWriter.Null));

    [Theory]
    [InlineData("NO_COLOR", "1", true, false)]
    [InlineData("CI", "true", false, false)]
    [InlineData("CI", "false", true, true)]
    [InlineData("TERM", "dumb", false, false)]
    [InlineData("TERM", "xterm", true, true)]
    public void The_environment_says_what_a_terminal_may_show(string variable, string value, bool decoration, bool color)
    {
        var environment = new TestEnvironment { [variable] = value };
        Assert.Equal((decoration, color), (TerminalRules.AllowsDecoration(environment), TerminalRules.AllowsColor(environment)));
    }
}
