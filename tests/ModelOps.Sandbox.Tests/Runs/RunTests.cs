using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace ModelOps.Sandbox.Tests.Runs;

public sealed class RunTests
{
    [Fact]
    public async Task A_run_without_a_name_gets_one_that_people_can_say()
    {
        await using var server = await TrackingServer.StartAsync();

        var run = (await server.PostAsync("runs/create", new() { ["experiment_id"] = "0" })).GetProperty("run");

        var name = run.GetProperty("info").GetProperty("run_name").GetString()!;
        Assert.Matches("^[a-z]+-[a-z]+-[0-9]+$", name);
        Assert.InRange(name.Length, 5, 20);
        var tag = Assert.Single(run.GetProperty("data").GetProperty("tags").EnumerateArray());
        Assert.Equal(("mlflow.runName", name), (tag.GetProperty("key").GetString(), tag.GetProperty("value").GetString()));
    }

    [Theory]
    [InlineData("mlflow-artifacts:/custom", "mlflow-artifacts:/custom/{0}/artifacts")]
    [InlineData("s3://bucket/root/", "s3://bucket/root/{0}/artifacts")]
    [InlineData("s3://bucket/root?region=x", "s3://bucket/root/{0}/artifacts?region=x")]
    public async Task A_runs_artifacts_are_below_those_of_its_experiment(string location, string expected)
    {
        await using var server = await TrackingServer.StartAsync();
        var experiment = (await server.PostAsync("experiments/create", new() { ["name"] = "e", ["artifact_location"] = location }))
            .GetProperty("experiment_id").GetString();

        var info = (await server.PostAsync("runs/create", new() { ["experiment_id"] = experiment })).GetProperty("run").GetProperty("info");

        Assert.Equal(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, info.GetProperty("run_id").GetString()),
            info.GetProperty("artifact_uri").GetString());
    }

    [Fact]
    public async Task The_name_and_the_tag_of_the_name_stay_the_same()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync("first");

        await server.PostAsync("runs/update", new() { ["run_id"] = run, ["run_name"] = "second" });
        Assert.Equal(("second", "second"), await NamesAsync(server, run));

        await server.PostAsync("runs/log-batch", new()
        {
            ["run_id"] = run, ["tags"] = new JsonArray(new JsonObject { ["key"] = "mlflow.runName", ["value"] = "third" }),
        });
        Assert.Equal(("third", "third"), await NamesAsync(server, run));

        await server.PostAsync("runs/set-tag", new() { ["run_id"] = run, ["key"] = "mlflow.runName", ["value"] = "" });
        Assert.Equal(("third", "third"), await NamesAsync(server, run));
    }

    [Fact]
    public async Task Long_values_are_cut_by_characters_and_long_keys_are_refused()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        var smiles = string.Concat(Enumerable.Repeat("😀", 6001));

        await server.PostAsync("runs/log-parameter", new() { ["run_id"] = run, ["key"] = "p", ["value"] = smiles });
        await server.PostAsync("runs/set-tag", new() { ["run_id"] = run, ["key"] = "t", ["value"] = new string('v', 9000) });
        var refusal = await server.RefuseAsync("runs/set-tag", new() { ["run_id"] = run, ["key"] = new string('k', 251), ["value"] = "v" });

        Assert.Equal(smiles[..12_000], (await server.GetPairsAsync(run, "params"))["p"]);
        Assert.Equal(8000, (await server.GetPairsAsync(run, "tags"))["t"].Length);
        Assert.Equal("INVALID_PARAMETER_VALUE: 'key' exceeds the maximum length of 250 characters", refusal);
    }

    [Fact]
    public async Task Parameters_that_differ_are_told_together_and_none_of_the_batch_is_written()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        await server.PostAsync("runs/log-parameter", new() { ["run_id"] = run, ["key"] = "a", ["value"] = "1" });

        var refusal = await server.RefuseAsync("runs/log-batch", new()
        {
            ["run_id"] = run,
            ["params"] = new JsonArray(
                new JsonObject { ["key"] = "new", ["value"] = "x" }, new JsonObject { ["key"] = "a", ["value"] = "it's" }),
        });

        Assert.Equal(
            "INVALID_PARAMETER_VALUE: Changing param values is not allowed. Params were already logged="
            + $"'[{{'key': 'a', 'old_value': '1', 'new_value': \"it's\"}}]' for run ID='{run}'.",
            refusal);
        Assert.Equal(["a"], (await server.GetPairsAsync(run, "params")).Keys);
    }

    [Fact]
    public async Task A_batch_has_limits_of_each_kind_and_of_all_together()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        JsonObject Body(int metrics, int tags) => new()
        {
            ["run_id"] = run,
            ["metrics"] = new JsonArray([.. Enumerable.Range(0, metrics).Select(n => new JsonObject { ["key"] = $"m{n}", ["value"] = 1, ["timestamp"] = 1 })]),
            ["tags"] = new JsonArray([.. Enumerable.Range(0, tags).Select(n => new JsonObject { ["key"] = $"t{n}", ["value"] = "v" })]),
        };

        Assert.Contains("at most 100 tags. Got 101 tags", await server.RefuseAsync("runs/log-batch", Body(0, 101)), StringComparison.Ordinal);
        Assert.Contains(
            "at most 1000 metrics, params, and tags. Got 1001 metrics, params, and tags",
            await server.RefuseAsync("runs/log-batch", Body(1000, 1)),
            StringComparison.Ordinal);
        await server.PostAsync("runs/log-batch", Body(900, 100));
        Assert.Equal(900, (await server.GetLatestAsync(run)).Count);
    }

    [Fact]
    public async Task A_deleted_run_takes_nothing_until_it_is_restored()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        await server.PostAsync("runs/delete", new() { ["run_id"] = run });
        var closed = $"INVALID_PARAMETER_VALUE: The run {run} must be in the 'active' state. Current state is deleted.";

        Assert.Equal(closed, await server.RefuseAsync("runs/set-tag", new() { ["run_id"] = run, ["key"] = "k", ["value"] = "v" }));
        Assert.Equal(closed, await server.RefuseAsync("runs/delete-tag", new() { ["run_id"] = run, ["key"] = "k" }));
        Assert.Equal(closed, await server.RefuseAsync("runs/update", new() { ["run_id"] = run, ["status"] = "FINISHED" }));
        Assert.Equal(closed, await server.RefuseAsync("runs/log-parameter", new() { ["run_id"] = run, ["key"] = "k", ["value"] = "v" }));
        Assert.Equal(closed, await server.RefuseAsync("runs/log-batch", new() { ["run_id"] = run }));
        Assert.Equal(closed, await server.RefuseAsync("runs/log-inputs", new() { ["run_id"] = run }));

        await server.PostAsync("runs/restore", new() { ["run_id"] = run });
        await server.PostAsync("runs/set-tag", new() { ["run_id"] = run, ["key"] = "k", ["value"] = "v" });
    }

    [Fact]
    public async Task A_status_number_that_does_not_exist_is_refused()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        var refusal = await server.RefuseAsync("runs/update", new() { ["run_id"] = run, ["status"] = 99 });

        Assert.StartsWith("INVALID_PARAMETER_VALUE: Invalid value 99 for parameter 'status' supplied", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_what_MLflow_itself_would_write()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync("named");
        await server.LogAsync(run, "nan", "NaN", timestamp: 7, step: 3);
        await server.PostAsync("runs/delete", new() { ["run_id"] = run });

        using var connection = new SqliteConnection($"Data Source={server.StoreFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Assert.Equal(
            "named|UNKNOWN|||RUNNING|0|NULL||deleted|integer|0",
            Row(connection, "SELECT name, source_type, source_name, entry_point_name, status, start_time, end_time, source_version, lifecycle_stage, typeof(deleted_time), experiment_id FROM runs"));
        Assert.Equal("nan|0.0|real|7|3|1", Row(connection, "SELECT key, value, typeof(value), timestamp, step, is_nan FROM metrics"));
        Assert.Equal("nan|0.0|7|3|1", Row(connection, "SELECT key, value, timestamp, step, is_nan FROM latest_metrics"));
    }

    private static string Row(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "NULL" : reader.GetString(column)));
    }

    private static async Task<(string?, string)> NamesAsync(TrackingServer server, string run)
    {
        JsonElement found = await server.GetRunAsync(run);
        return (found.GetProperty("info").GetProperty("run_name").GetString(), (await server.GetPairsAsync(run, "tags"))["mlflow.runName"]);
    }
}
