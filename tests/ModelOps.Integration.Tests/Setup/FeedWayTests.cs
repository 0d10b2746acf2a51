using System.Xml.Linq;
using ModelOps.Surfaces;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Setup;

/// <summary>The command from a NuGet feed, private ones too.</summary>
public sealed class FeedWayTests : IDisposable
{
    private readonly SetupLab _lab = new();

    public void Dispose() => _lab.Dispose();

    public FeedWayTests() => _lab.Machine.Add("dotnet", """
        #!/usr/bin/env bash
        { printf '%s\0' "dotnet $*"; env -0; } > "$STUB_CALLS/$(ls "$STUB_CALLS" | wc -l)"
        [ "$8" != --configfile ] || cp "$9" "$STUB_CALLS/../config"

        """);

    [UnixTheory]
    [InlineData("https://feed.example.com/v3/index.json")]
    [InlineData("/feed of ours")]
    [InlineData("https://feed.example.com/index.json?a=1&b=<\">")]
    public async Task One_exact_version_is_installed_away_from_the_sources_from_the_given_feed_and_no_other(string source)
    {
        _lab.Variables["TOOL_SOURCE"] = source;

        var run = await _lab.RunAsync();

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Equal("run", _lab.Outputs["dotnet"]);
        var home = Path.Combine(_lab.Machine.Temp, "modelops", Assert.Single(_lab.Installed));
        var call = Assert.Single(_lab.Machine.Calls);
        Assert.Equal($"dotnet tool install ModelOps.Cli --tool-path {home}/bin --version {ToolkitVersion.Full} --configfile {home}/nuget.config", call.CommandLine);
        Assert.Equal($"{_lab.Machine.Temp}/modelops", call.Environment["PWD"]);
        var sources = XDocument.Load(Path.Combine(_lab.Machine.Bin, "..", "config")).Root!.Element("packageSources")!.Elements().ToList();
        Assert.Equal(["clear", "add"], sources.Select(element => element.Name.LocalName));
        Assert.Equal(("modelops", source), (sources[1].Attribute("key")!.Value, sources[1].Attribute("value")!.Value));
        Assert.Equal([$"{home}/bin"], _lab.Added);
        Assert.Empty(_lab.Server.Requests);
    }

    [UnixFact]
    public async Task The_feeds_of_the_machine_are_asked_where_that_is_said()
    {
        _lab.Variables["TOOL_SOURCE"] = "configured";
        var run = await _lab.RunAsync();
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.EndsWith($"/bin --version {ToolkitVersion.Full}", Assert.Single(_lab.Machine.Calls).CommandLine, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_feed_goes_before_the_release_and_takes_any_version()
    {
        _lab.Variables["TOOL_SOURCE"] = "/feed";
        _lab.Variables["TOOL_VERSION"] = "9.9.9-rc.1";
        await _lab.RunAsync();
        Assert.Contains("--version 9.9.9-rc.1 --configfile", Assert.Single(_lab.Machine.Calls).CommandLine, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task An_address_with_a_password_is_not_shown()
    {
        _lab.Variables["TOOL_SOURCE"] = "https://user:hunter2@feed.example.com/index.json";
        var run = await _lab.RunAsync();
        Assert.DoesNotContain("hunter2", run.Output + run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_feed_that_has_none_is_said_and_leaves_nothing()
    {
        _lab.Variables["TOOL_SOURCE"] = "https://feed.example.com/v3/index.json";
        _lab.Machine.Add("dotnet", "#!/bin/sh\nmkdir -p \"$5\"\ntouch \"$5/half\"\nexit 1\n");
        var run = await _lab.RunAsync();
        Assert.Equal(6, run.ExitCode);
        Assert.Contains($"::error title=ModelOps setup::ModelOps.Cli {ToolkitVersion.Full} was not installed.", run.Output, StringComparison.Ordinal);
        Assert.Empty(_lab.Installed);
        Assert.Empty(_lab.Added);
    }
}
