using System.Runtime.InteropServices;
using ModelOps.Integration.Tests.Node;
using ModelOps.Surfaces;
using ModelOps.Testing;
using ModelOps.Testing.Packages;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>The command as it is packed, from a feed in a directory, by the real dotnet.</summary>
public sealed class RealFeedTests
{
    [UnixFact]
    public async Task The_package_of_the_given_feed_is_on_path_afterwards()
    {
        var feed = await PackageFeed.GetAsync();
        await feed.AddCommandAsync();
        using var lab = new SetupLab();
        File.Delete(Path.Combine(lab.Machine.Bin, "dotnet"));
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["TOOL_VERSION"] = feed.Version,
            ["TOOL_SOURCE"] = feed.Feed,
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = lab.Machine.Temp,
            ["DOTNET_CLI_HOME"] = lab.Machine.Temp,
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory()),
            ["NUGET_PACKAGES"] = feed.Cache,
        })
        {
            lab.Variables[name] = value;
        }

        var run = await lab.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var version = await ProcessRun.StartAsync($"{Assert.Single(lab.Added)}/modelops", ["--version"], new() { WorkingDirectory = lab.Machine.Work, Environment = lab.Variables });
        Assert.Equal($"{ToolkitVersion.Full}\n", version.Output);
    }
}
