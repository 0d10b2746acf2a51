namespace Catalog.Tests;

/// <summary>What the stages before this one left in the catalog.</summary>
public sealed class ChallengerTests : IDisposable
{
    private readonly Catalog _catalog = new();

    [Fact]
    public async Task The_challenger_is_ready_and_comes_from_a_run_that_finished()
    {
        var name = Uri.EscapeDataString(Catalog.Model);
        var version = (await _catalog.GetAsync($"registered-models/alias?name={name}&alias=challenger")).GetProperty("model_version");
        Assert.Equal("READY", version.GetProperty("status").GetString());

        var run = (await _catalog.GetAsync($"runs/get?run_id={version.GetProperty("run_id").GetString()}")).GetProperty("run");
        Assert.Equal("FINISHED", run.GetProperty("info").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_newest_version_is_the_challenger()
    {
        var name = Uri.EscapeDataString(Catalog.Model);
        var model = (await _catalog.GetAsync($"registered-models/get?name={name}")).GetProperty("registered_model");
        var alias = Assert.Single(model.GetProperty("aliases").EnumerateArray());
        Assert.Equal("challenger", alias.GetProperty("alias").GetString());
        Assert.Equal(model.GetProperty("latest_versions").EnumerateArray().Max(Number), int.Parse(alias.GetProperty("version").GetString()!));

        static int Number(System.Text.Json.JsonElement version) => int.Parse(version.GetProperty("version").GetString()!);
    }

    public void Dispose() => _catalog.Dispose();
}
