using System.Text.Json.Nodes;

namespace ModelOps.Sandbox.Tests.Runs;

public sealed class MetricTests
{
    [Fact]
    public async Task The_latest_value_is_the_one_of_the_highest_step_then_time_then_value()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        await server.LogAsync(run, "by-step", 1, timestamp: 9, step: 2);
        await server.LogAsync(run, "by-step", 7, timestamp: 99, step: 1);
        await server.LogAsync(run, "by-time", 1, timestamp: 9);
        await server.LogAsync(run, "by-time", 7, timestamp: 8);
        await server.LogAsync(run, "by-value", 7);
        await server.LogAsync(run, "by-value", 1);

        var latest = await server.GetLatestAsync(run);
        Assert.Equal(("1", "1", "7"), (latest["by-step"], latest["by-time"], latest["by-value"]));
    }

    [Fact]
    public async Task A_batch_may_hold_several_values_of_one_metric_in_any_order()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        await server.LogAsync(run, "loss", 0.5, step: 2);

        await server.PostAsync("runs/log-batch", new()
        {
            ["run_id"] = run,
            ["metrics"] = new JsonArray(Value("loss", 0.1, 4), Value("loss", 0.3, 1), Value("loss", 0.2, 3), Value("loss", 0.2, 3)),
        });

        Assert.Equal("0.1", (await server.GetLatestAsync(run))["loss"]);
        var history = await server.GetAsync($"metrics/get-history?run_id={run}&metric_key=loss&max_results=10");
        Assert.Equal([1, 2, 3, 4], history.GetProperty("metrics").EnumerateArray().Select(value => value.GetProperty("step").GetInt32()).Order());
    }

    [Fact]
    public async Task No_number_counts_as_zero_where_values_are_compared()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        await server.LogAsync(run, "kept", 1);
        await server.LogAsync(run, "kept", "NaN");
        await server.LogAsync(run, "replaced", -1);
        await server.LogAsync(run, "replaced", "NaN");
        await server.LogAsync(run, "low", "-Infinity");

        var latest = await server.GetLatestAsync(run);
        Assert.Equal(("1", "NaN"), (latest["kept"], latest["replaced"]));
        Assert.Equal(double.MinValue, double.Parse(latest["low"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("/abs", "This name would resolve to '/abs'")]
    [InlineData("a//b", "This name would resolve to 'a/b'")]
    [InlineData("a/./b", "This name would resolve to 'a/b'")]
    [InlineData("a/../../b", "This name would resolve to '../b'")]
    [InlineData("", "Missing value for required parameter 'key'")]
    [InlineData("a#b", "Names may only contain alphanumerics")]
    public async Task Names_that_are_no_clean_relative_paths_are_refused(string name, string message)
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        var refusal = await server.RefuseAsync("runs/log-metric", new() { ["run_id"] = run, ["key"] = name, ["value"] = 1, ["timestamp"] = 1 });

        Assert.StartsWith("INVALID_PARAMETER_VALUE", refusal, StringComparison.Ordinal);
        Assert.Contains(message, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_before_the_epoch_is_refused_with_the_place_in_the_batch()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        var refusal = await server.RefuseAsync("runs/log-batch", new()
        {
            ["run_id"] = run,
            ["metrics"] = new JsonArray(
                Value("fine", 1, 0), new JsonObject { ["key"] = "early", ["value"] = 2, ["timestamp"] = -1 }),
        });

        Assert.Contains("Invalid value -1 for parameter 'metrics[1].timestamp' supplied: metric 'early' (value=2.0).", refusal, StringComparison.Ordinal);
        Assert.False((await server.GetRunAsync(run)).GetProperty("data").TryGetProperty("metrics", out _));
    }

    [Fact]
    public async Task A_metric_of_a_logged_model_that_does_not_exist_is_refused_and_not_logged()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        var refusal = await server.RefuseAsync(
            "runs/log-metric", new() { ["run_id"] = run, ["key"] = "rmse", ["value"] = 1, ["timestamp"] = 1, ["model_id"] = "m-none" });

        Assert.Equal("BAD_REQUEST: (sqlite3.IntegrityError) FOREIGN KEY constraint failed", refusal);
        Assert.False((await server.GetRunAsync(run)).GetProperty("data").TryGetProperty("metrics", out _));
    }

    [Fact]
    public async Task Half_a_dataset_is_refused()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();

        var refusal = await server.RefuseAsync(
            "runs/log-metric", new() { ["run_id"] = run, ["key"] = "rmse", ["value"] = 1, ["timestamp"] = 1, ["dataset_name"] = "d" });

        Assert.Contains("Both dataset_name and dataset_digest must be provided if one is provided", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_2_knows_no_logged_models_and_ignores_them()
    {
        await using var server = await TrackingServer.StartAsync("2.22");
        var run = await server.CreateRunAsync();

        await server.PostAsync(
            "runs/log-metric", new() { ["run_id"] = run, ["key"] = "rmse", ["value"] = 1, ["timestamp"] = 1, ["model_id"] = "m-none" });

        Assert.Equal("1", (await server.GetLatestAsync(run))["rmse"]);
    }

    private static JsonObject Value(string key, double value, long step) =>
        new() { ["key"] = key, ["value"] = value, ["timestamp"] = 5, ["step"] = step };
}
