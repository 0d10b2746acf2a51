using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelOps.Sandbox.Tests.Runs;

public sealed class RunLinkTests
{
    [Fact]
    public async Task A_dataset_that_is_noted_twice_is_kept_once_with_its_first_tags()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        await server.PostAsync("runs/log-inputs", Dataset(run, "train", "first"));
        await server.PostAsync("runs/log-inputs", Dataset(run, "train", "second"));

        var input = Assert.Single((await server.GetRunAsync(run)).GetProperty("inputs").GetProperty("dataset_inputs").EnumerateArray());
        Assert.Equal("first", input.GetProperty("tags")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Runs_of_an_experiment_share_a_dataset_and_tag_their_own_use_of_it()
    {
        await using var server = await TrackingServer.StartAsync();
        var (one, other) = (await server.CreateRunAsync(), await server.CreateRunAsync());

        await server.PostAsync("runs/log-inputs", Dataset(one, "data", "training"));
        await server.PostAsync("runs/log-inputs", Dataset(other, "data", "evaluation"));

        Assert.Equal("training", await ContextAsync(server, one));
        Assert.Equal("evaluation", await ContextAsync(server, other));
    }

    [Fact]
    public async Task A_dataset_with_a_long_digest_is_refused()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        var body = Dataset(run, "data", "training");
        body["datasets"]![0]!["dataset"]!["digest"] = new string('d', 37);

        Assert.Equal(
            "INVALID_PARAMETER_VALUE: 'digest' exceeds the maximum length of 36 characters", await server.RefuseAsync("runs/log-inputs", body));
    }

    [Fact]
    public async Task A_model_can_be_used_again_but_made_only_once()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        JsonObject Models() => new() { ["run_id"] = run, ["models"] = new JsonArray(new JsonObject { ["model_id"] = "m-1", ["step"] = 2 }) };

        await server.PostAsync("runs/log-inputs", Models());
        await server.PostAsync("runs/log-inputs", Models());
        await server.PostAsync("runs/outputs", Models());
        var refusal = await server.RefuseAsync("runs/outputs", Models());

        Assert.StartsWith("BAD_REQUEST: (sqlite3.IntegrityError) UNIQUE constraint failed: inputs.", refusal, StringComparison.Ordinal);
        var found = await server.GetRunAsync(run);
        Assert.Equal("""[{"model_id":"m-1"}]""", JsonSerializer.Serialize(found.GetProperty("inputs").GetProperty("model_inputs")));
        Assert.Equal("""[{"model_id":"m-1","step":2}]""", JsonSerializer.Serialize(found.GetProperty("outputs").GetProperty("model_outputs")));
    }

    [Fact]
    public async Task Logged_models_are_kept_in_a_tag_one_after_the_other_without_the_settings_of_their_flavors()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        foreach (var path in new[] { "a", "ü" })
        {
            var model = $$$"""
                {"flavors":{"keras":{"data":"d","config":{"large":true}},"odd":1},"run_id":"{{{run}}}","artifact_path":"{{{path}}}",
                 "utc_time_created":"t","model_uuid":"u","signature":null}
                """;
            await server.PostAsync("runs/log-model", new() { ["run_id"] = run, ["model_json"] = model });
        }

        string Entry(string path) =>
            $$$"""{"run_id": "{{{run}}}", "artifact_path": "{{{path}}}", "utc_time_created": "t", "model_uuid": "u", "flavors": {"keras": {"data": "d"}, "odd": 1}}""";
        var tag = (await server.GetPairsAsync(run, "tags"))["mlflow.log-model.history"];
        Assert.Equal($"[{Entry("a")}, {Entry("\\u00fc")}]", tag);
    }

    [Fact]
    public async Task A_model_that_is_no_object_is_an_internal_error_as_in_MLflow()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        var (status, _) = await server.TryPostAsync("runs/log-model", new() { ["run_id"] = run, ["model_json"] = "[]" });

        Assert.Equal(HttpStatusCode.InternalServerError, status);
    }

    private static async Task<string?> ContextAsync(TrackingServer server, string run)
    {
        JsonElement inputs = (await server.GetRunAsync(run)).GetProperty("inputs").GetProperty("dataset_inputs");
        return Assert.Single(inputs.EnumerateArray()).GetProperty("tags")[0].GetProperty("value").GetString();
    }

    private static JsonObject Dataset(string run, string name, string context) => new()
    {
        ["run_id"] = run,
        ["datasets"] = new JsonArray(new JsonObject
        {
            ["tags"] = new JsonArray(new JsonObject { ["key"] = "mlflow.data.context", ["value"] = context }),
            ["dataset"] = new JsonObject { ["name"] = name, ["digest"] = "d1", ["source_type"] = "local", ["source"] = "{}" },
        }),
    };
}
