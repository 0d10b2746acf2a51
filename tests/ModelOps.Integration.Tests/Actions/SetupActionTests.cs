using ModelOps.Integration.Tests.Node;

namespace ModelOps.Integration.Tests.Actions;

public class SetupActionTests
{
    [NodeFact]
    public async Task Setup_asks_the_given_feed_for_one_exact_version_and_no_other()
    {
        using var machine = new CommandStub();
        machine.Environment["NuGetPackageSourceCredentials_modelops"] = "Username=any;Password=hunter2";
        var run = await ActionRun.OfActionAsync(machine, "setup", new Dictionary<string, string> { ["version"] = "0.1.0-rc.1", ["source"] = "https://feed.example.com/v3 index.json" });
        Assert.False(run.GetProperty("failed").GetBoolean(), run.GetRawText());
        var call = Assert.Single(machine.Calls);
        Assert.Matches("^dotnet tool install ModelOps.Cli --tool-path [^ ]*/bin --version 0.1.0-rc.1 --configfile ", call.CommandLine);
        Assert.Equal("Username=any;Password=hunter2", call.Environment["NuGetPackageSourceCredentials_modelops"]);
        Assert.Contains(run.GetProperty("log").EnumerateArray(), entry => entry.GetProperty("name").GetString()!.StartsWith("actions/setup-dotnet@", StringComparison.Ordinal));
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
