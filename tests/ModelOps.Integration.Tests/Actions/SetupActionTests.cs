using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Actions;

public class SetupActionTests
{
    [NodeFact]
    public async Task Setup_installs_one_exact_version_away_from_the_checkout()
    {
        using var machine = new CommandStub();
        await ActionRun.OfActionAsync(machine, "setup", new Dictionary<string, string> { ["version"] = "0.1.0-rc.1" });
        var call = Assert.Single(machine.Calls);
        Assert.Equal($"dotnet tool install ModelOps.Cli --tool-path {machine.Temp}/modelops --version 0.1.0-rc.1", call.CommandLine);
        Assert.Equal($"{machine.Temp}/modelops", call.Environment["PWD"]);
    }

    [NodeFact]
    public async Task Setup_asks_the_given_feed_and_no_other()
    {
        using var machine = new CommandStub();
        await ActionRun.OfActionAsync(machine, "setup", new Dictionary<string, string> { ["source"] = "https://feed.example.com/v3 index.json" });
        Assert.EndsWith("--source https://feed.example.com/v3 index.json", Assert.Single(machine.Calls).CommandLine, StringComparison.Ordinal);
    }

    [NodeTheory]
    [InlineData("*")]
    [InlineData("0.1.*")]
    [InlineData("[0.1.0,)")]
    [InlineData("0.1.0 --add-source https://evil.example.com")]
    [InlineData("--prerelease")]
    public async Task Setup_refuses_a_version_that_is_not_exact(string version)
    {
        using var machine = new CommandStub();
        var run = await ActionRun.OfActionAsync(machine, "setup", new Dictionary<string, string> { ["version"] = version });
        Assert.True(run.GetProperty("failed").GetBoolean());
        Assert.Empty(machine.Calls);
    }
}
