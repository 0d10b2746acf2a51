using System.Text.Json;
using ModelOps.Sandbox.Tests.Runs;

namespace ModelOps.Sandbox.Tests.Experiments;

public sealed class ExperimentTests
{
    [Fact]
    public async Task An_experiment_is_deleted_and_restored_with_its_runs()
    {
        await using var server = await TrackingServer.StartAsync();
        var id = await CreateAsync(server, "e");
        var run = (await server.PostAsync("runs/create", new() { ["experiment_id"] = id }))
            .GetProperty("run").GetProperty("info").GetProperty("run_id").GetString()!;

        await server.PostAsync("experiments/delete", new() { ["experiment_id"] = id });
        Assert.Equal(("deleted", "deleted"), await StagesAsync(server, id, run));

        await server.PostAsync("experiments/restore", new() { ["experiment_id"] = id });
        Assert.Equal(("active", "active"), await StagesAsync(server, id, run));
    }

    [Fact]
    public async Task A_deleted_experiment_takes_no_runs_no_tags_and_no_other_name()
    {
        await using var server = await TrackingServer.StartAsync();
        var id = await CreateAsync(server, "e");
        await server.PostAsync("experiments/delete", new() { ["experiment_id"] = id });
        var closed = $"INVALID_PARAMETER_VALUE: The experiment {id} must be in the 'active' state. Current state is deleted.";

        Assert.Equal(closed, await server.RefuseAsync("runs/create", new() { ["experiment_id"] = id }));
        Assert.Equal(closed, await server.RefuseAsync("experiments/set-experiment-tag", new() { ["experiment_id"] = id, ["key"] = "k", ["value"] = "v" }));
        Assert.Equal(
            "INVALID_STATE: Cannot rename a non-active experiment.",
            await server.RefuseAsync("experiments/update", new() { ["experiment_id"] = id, ["new_name"] = "f" }));
    }

    [Fact]
    public async Task A_name_that_is_taken_leaves_nothing_behind()
    {
        await using var server = await TrackingServer.StartAsync();
        await CreateAsync(server, "taken");

        var refusal = await server.RefuseAsync("experiments/create", new() { ["name"] = "taken" });

        Assert.StartsWith("RESOURCE_ALREADY_EXISTS: Experiment(name=taken) already exists. Error: (sqlite3.IntegrityError) UNIQUE", refusal, StringComparison.Ordinal);
        Assert.Equal("2", await CreateAsync(server, "next"));
    }

    [Fact]
    public async Task Of_sixteen_that_make_one_experiment_one_succeeds()
    {
        await using var server = await TrackingServer.StartAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => server.TryPostAsync("experiments/create", new() { ["name"] = "one" }))));

        Assert.Single(answers, answer => answer.Status == System.Net.HttpStatusCode.OK);
        Assert.Equal(15, answers.Count(answer => answer.Answer.TryGetProperty("error_code", out var code) && code.GetString() == "RESOURCE_ALREADY_EXISTS"));
    }

    [Theory]
    [InlineData("runs:/abc/model", "Artifact location cannot be a runs:/ URI. Given: 'runs:/abc/model'")]
    [InlineData("s3://bucket/x?a=%252e%252e", "Invalid query string")]
    [InlineData("https://host/a;b", "'artifact_location' URL can't include fragments or params.")]
    public async Task Locations_that_could_lead_elsewhere_are_refused(string location, string message)
    {
        await using var server = await TrackingServer.StartAsync();

        var refusal = await server.RefuseAsync("experiments/create", new() { ["name"] = "e", ["artifact_location"] = location });

        Assert.Equal($"INVALID_PARAMETER_VALUE: {message}", refusal);
    }

    [Fact]
    public async Task Tags_are_sent_in_the_order_in_which_they_were_set()
    {
        await using var server = await TrackingServer.StartAsync();
        var id = await CreateAsync(server, "e");
        foreach (var key in new[] { "z", "a", "z" })
        {
            await server.PostAsync("experiments/set-experiment-tag", new() { ["experiment_id"] = id, ["key"] = key, ["value"] = key + key });
        }

        var tags = (await server.GetAsync("experiments/get-by-name?experiment_name=e")).GetProperty("experiment").GetProperty("tags");

        Assert.Equal("""[{"key":"z","value":"zz"},{"key":"a","value":"aa"}]""", JsonSerializer.Serialize(tags));
    }

    private static async Task<string> CreateAsync(TrackingServer server, string name) =>
        (await server.PostAsync("experiments/create", new() { ["name"] = name })).GetProperty("experiment_id").GetString()!;

    private static async Task<(string?, string?)> StagesAsync(TrackingServer server, string experiment, string run)
    {
        JsonElement found = (await server.GetAsync($"experiments/get?experiment_id={experiment}")).GetProperty("experiment");
        var info = (await server.GetRunAsync(run)).GetProperty("info");
        return (found.GetProperty("lifecycle_stage").GetString(), info.GetProperty("lifecycle_stage").GetString());
    }
}
