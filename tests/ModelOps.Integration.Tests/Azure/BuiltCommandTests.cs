using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Registry;
using ModelOps.Integration.Tests.Node;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Azure;

/// <summary>The committed tasks with the command as it was built, on embedded catalogs.</summary>
public sealed partial class BuiltCommandTests : IDisposable
{
    private readonly ReleaseLab _lab = new();
    private readonly CommandStub _machine;

    public BuiltCommandTests()
    {
        _machine = CommandStub.WithBuiltCommand(_lab.Path);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["TF_BUILD"] = "True",
            ["BUILD_REASON"] = "IndividualCI",
            ["BUILD_SOURCEBRANCH"] = "refs/heads/main",
            ["BUILD_SOURCEVERSION"] = _lab.Git.Head,
            ["AGENT_TEMPDIRECTORY"] = _machine.Temp,
        })
        {
            _machine.Environment[name] = value;
        }
    }

    [NodeFact]
    public async Task Register_and_promote_set_their_outputs_and_no_other_variable()
    {
        var package = await _lab.PackageAsync();
        var registered = await OutputsAsync("register", new() { ["INPUT_PACKAGE"] = package, ["INPUT_ENVIRONMENT"] = "dev" });
        await _lab.PassAsync("dev", ModelName.Parse("dev.health.diabetes"), 1);
        var promoted = await OutputsAsync("promote", new() { ["INPUT_TO"] = "staging", ["INPUT_VERSION"] = registered["version"] });
        Assert.Equal("models:/dev.health.diabetes/1", registered["uri"]);
        Assert.Equal("models:/staging.health.diabetes/1", promoted["uri"]);
        Assert.Equal("challenger", promoted["alias"]);
        Assert.Equal("", promoted["previousVersion"]);
    }

    [NodeFact]
    public async Task Bad_inputs_are_all_reported_as_issues()
    {
        var run = await LaunchAsync("register", new() { ["INPUT_PACKAGE"] = "none.modelpkg", ["INPUT_READYTIMEOUT"] = "soon" });
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.Output.Split('\n').Count(line => line.StartsWith("##vso[task.logissue type=error;", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _machine.Dispose();
        _lab.Dispose();
    }

    private async Task<Dictionary<string, string>> OutputsAsync(string verb, Dictionary<string, string> inputs)
    {
        var run = await LaunchAsync(verb, inputs);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var outputs = SetVariable().Matches(run.Output).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.DoesNotContain("task.uploadsummary", run.Output, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(TestFiles.Root, "actions", verb, "task.json")));
        var allowed = manifest.RootElement.GetProperty("restrictions").GetProperty("settableVariables").GetProperty("allowed").EnumerateArray();

        // A call for one model sets nothing of several.
        Assert.Equal(allowed.Select(name => name.GetString()!).Except(["models", "results"]).Order(), outputs.Keys.Order());
        return outputs;
    }

    private Task<ProcessRun> LaunchAsync(string verb, Dictionary<string, string> inputs)
    {
        var environment = _machine.Environment.Concat(inputs).ToDictionary();
        return ProcessRun.StartAsync(
            "node", [Path.Combine(TestFiles.Root, "actions", verb, "launch.js")], new() { WorkingDirectory = _machine.Work, Environment = environment });
    }

    [GeneratedRegex(@"##vso\[task\.setvariable variable=(\w+);isoutput=true;\](.*)")]
    private static partial Regex SetVariable();
}
