using System.Text.Json;
using ModelOps.Abstractions.Registry;
using ModelOps.Integration.Tests.Node;
using ModelOps.Integration.Tests.Testing;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Actions;

/// <summary>The committed actions with the command as it was built, on embedded catalogs.</summary>
public sealed class BuiltCommandTests : IDisposable
{
    private readonly ReleaseLab _lab = new();
    private readonly CommandStub _machine;

    public BuiltCommandTests()
    {
        _machine = CommandStub.WithBuiltCommand(_lab.Path);
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["CI"] = "true",
            ["GITHUB_SHA"] = _lab.Git.Head,
            ["GITHUB_REF"] = "refs/heads/main",
            ["GITHUB_EVENT_NAME"] = "push",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "organisation/models",
            ["GITHUB_RUN_ID"] = "42",
            ["GITHUB_ACTOR"] = "tester",
        })
        {
            _machine.Environment[name] = value;
        }
    }

    [NodeFact]
    public async Task Package_register_and_promote_hand_their_outputs_on()
    {
        var packaged = await OutputsAsync("package", new() { ["path"] = "models/diabetes", ["output"] = "diabetes.modelpkg" });
        var registered = await OutputsAsync("register", new() { ["package"] = "diabetes.modelpkg", ["environment"] = "dev", ["tags"] = "team=health\nnote=a,b" });
        await _lab.PassAsync("dev", ModelName.Parse("dev.health.diabetes"), 1);
        var promoted = await OutputsAsync("promote", new() { ["to"] = "staging", ["version"] = registered["version"] });

        Assert.Equal("1", registered["version"]);
        Assert.Equal("true", registered["created"]);
        Assert.Equal("models:/dev.health.diabetes/1", registered["uri"]);
        Assert.Equal("challenger", promoted["alias"]);
        Assert.Equal("models:/staging.health.diabetes/1", promoted["uri"]);
        Assert.Equal(packaged["digest"], registered["digest"]);
        Assert.Equal(packaged["digest"], promoted["digest"]);
    }

    [NodeFact]
    public async Task The_same_step_again_makes_no_second_version()
    {
        var inputs = new Dictionary<string, string> { ["package"] = await _lab.PackageAsync(), ["environment"] = "dev" };
        var first = await OutputsAsync("register", inputs);
        var second = await OutputsAsync("register", inputs);
        Assert.Equal("false", second["created"]);
        Assert.Equal(first["version"], second["version"]);
    }

    [NodeFact]
    public async Task A_pull_request_cannot_promote()
    {
        await OutputsAsync("register", new() { ["package"] = await _lab.PackageAsync(), ["environment"] = "dev" });
        _machine.Environment["GITHUB_EVENT_NAME"] = "pull_request";
        _machine.Environment["GITHUB_REF"] = "refs/pull/5/merge";
        var run = await ActionRun.OfActionAsync(_machine, "promote", new Dictionary<string, string> { ["to"] = "staging" });
        Assert.True(run.GetProperty("failed").GetBoolean());
        Assert.Contains("MOP3004", run.GetProperty("log")[0].GetProperty("stdout").GetString(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task The_release_workflow_takes_a_model_from_main_to_production()
    {
        QuickSuite.Write(_lab.Path);
        var main = await ReleaseAsync("main");
        Assert.Equal("models:/staging.health.diabetes/1", main.GetProperty("outputs").GetProperty("uri").GetString());
        var release = await ReleaseAsync("release/1");
        Assert.Equal("models:/prod.health.diabetes/1", release.GetProperty("outputs").GetProperty("uri").GetString());
        await using var prod = await _lab.OpenAsync("prod");
        var model = await prod.Registry.FindModelAsync(ModelName.Parse("prod.health.diabetes"), CancellationToken.None);
        Assert.Equal(1, model!.Aliases["champion"]);
    }

    [NodeFact]
    public async Task A_worse_model_gets_no_further_than_the_champion_beside_it()
    {
        QuickSuite.Write(_lab.Path);
        await ReleaseAsync("main");
        await ReleaseAsync("release/1");
        QuickSuite.WritePredictions(_lab.Path, error: 5);
        _lab.Git.Commit("worse");
        _machine.Environment["GITHUB_SHA"] = _lab.Git.Head;
        await ReleaseAsync("main");

        _machine.Environment["GITHUB_REF"] = "refs/heads/release/1";
        var run = await ActionRun.OfReleaseAsync(_machine, new { event_name = "push", @ref = "refs/heads/release/1" }, "diabetes");

        Assert.Equal("failure", run.GetProperty("jobs").GetProperty("release").GetProperty("result").GetString());
        Assert.Contains("MOP6009", run.GetRawText(), StringComparison.Ordinal);
        await using var prod = await _lab.OpenAsync("prod");
        var model = await prod.Registry.FindModelAsync(ModelName.Parse("prod.health.diabetes"), CancellationToken.None);
        Assert.Equal((1, 1, 2), (model!.Aliases["champion"], model.Aliases["challenger"], model.Aliases["candidate"]));
    }

    [NodeFact]
    public async Task Pushes_that_change_no_model_stay_green_and_none_brings_back_what_was_rolled_back()
    {
        QuickSuite.Write(_lab.Path);
        await new ReleaseJourney(_lab, (branch, commit) =>
        {
            _machine.Environment["GITHUB_SHA"] = commit;
            return ReleaseAsync(branch);
        }).TravelAsync();
    }

    [NodeFact]
    public async Task Bad_inputs_are_all_reported_as_annotations()
    {
        var run = await ActionRun.OfActionAsync(
            _machine, "register", new Dictionary<string, string> { ["package"] = "none.modelpkg", ["alias"] = "latest", ["ready-timeout"] = "soon" });
        var log = run.GetProperty("log")[0];
        Assert.Equal(2, log.GetProperty("exitCode").GetInt32());
        Assert.Equal(3, log.GetProperty("stdout").GetString()!.Split('\n').Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _machine.Dispose();
        _lab.Dispose();
    }

    private async Task<JsonElement> ReleaseAsync(string branch)
    {
        _machine.Environment["GITHUB_REF"] = $"refs/heads/{branch}";
        var run = await ActionRun.OfReleaseAsync(_machine, new { event_name = "push", @ref = $"refs/heads/{branch}" }, "diabetes");
        Assert.False(run.GetProperty("failed").GetBoolean(), run.GetRawText());
        return run;
    }

    private async Task<Dictionary<string, string>> OutputsAsync(string verb, Dictionary<string, string> inputs)
    {
        var run = await ActionRun.OfActionAsync(_machine, verb, inputs);
        Assert.False(run.GetProperty("failed").GetBoolean(), run.GetProperty("log").GetRawText());
        return run.GetProperty("outputs").EnumerateObject().ToDictionary(output => output.Name, output => output.Value.GetString()!);
    }
}
