using System.Text.Json;
using System.Text.Json.Nodes;
using ModelOps.Sandbox.Tests.Runs;

namespace ModelOps.Sandbox.Tests.Metrics;

public sealed class HistoryTests
{
    [Fact]
    public async Task Pages_together_hold_every_value_once_by_time()
    {
        await using var server = await TrackingServer.StartAsync();
        var run = await server.CreateRunAsync();
        await LogStepsAsync(server, run, 10);

        var steps = new List<long>();
        for (string? token = ""; token is not null;)
        {
            var page = await server.GetAsync($"metrics/get-history?run_id={run}&metric_key=loss&max_results=4&page_token={Uri.EscapeDataString(token)}");
            steps.AddRange(StepsOf(page));
            token = page.TryGetProperty("next_page_token", out var next) ? next.GetString() : null;
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(step => (long)step), steps);
    }

    [Theory]
    [InlineData("eyJ4IjogMX0=")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("!")]
    [InlineData("eyJvZmZzZXQiOiAtM30=")]
    public async Task A_token_of_somebody_else_is_refused(string token)
    {
        await using var server = await TrackingServer.StartAsync();

        var refusal = await server.RefuseGetAsync($"metrics/get-history?run_id=r&metric_key=k&max_results=4&page_token={Uri.EscapeDataString(token)}");

        Assert.StartsWith("Invalid page token", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Histories_of_several_runs_come_by_run_and_an_empty_list_is_sent()
    {
        await using var server = await TrackingServer.StartAsync();
        string[] runs = [await server.CreateRunAsync(), await server.CreateRunAsync()];
        await LogStepsAsync(server, runs[0], 3);
        await LogStepsAsync(server, runs[1], 2);

        var path = $"/ajax-api/2.0/mlflow/metrics/get-history-bulk?run_id={runs[1]}&run_id={runs[0]}&metric_key=";
        var all = await server.GetAsync(path + "loss");
        var some = await server.GetAsync(path + "loss&max_results=4");
        var none = await server.GetAsync(path + "other");

        var expected = runs.SelectMany((run, index) => Enumerable.Repeat(run, 3 - index)).Order(StringComparer.Ordinal);
        Assert.Equal(expected, all.GetProperty("metrics").EnumerateArray().Select(value => value.GetProperty("run_id").GetString()));
        Assert.Equal(4, some.GetProperty("metrics").GetArrayLength());
        Assert.Equal(0, none.GetProperty("metrics").GetArrayLength());
    }

    [Theory]
    [InlineData("metric_key=loss", "GetMetricHistoryBulk request must specify at least one run_id.")]
    [InlineData("run_id=r", "GetMetricHistoryBulk request must specify a metric_key.")]
    public async Task Histories_need_a_run_and_a_metric(string query, string message)
    {
        await using var server = await TrackingServer.StartAsync();

        Assert.Equal(message, await server.RefuseGetAsync($"/ajax-api/2.0/mlflow/metrics/get-history-bulk?{query}"));
    }

    [Fact]
    public async Task No_more_than_a_hundred_runs_are_asked_for_at_once()
    {
        await using var server = await TrackingServer.StartAsync();
        string Runs(string name) => string.Join('&', Enumerable.Repeat($"{name}=r", 101));

        Assert.Contains(
            "cannot specify more than 100 run_ids. Received 101 run_ids.",
            await server.RefuseGetAsync($"/ajax-api/2.0/mlflow/metrics/get-history-bulk?{Runs("run_id")}&metric_key=k"),
            StringComparison.Ordinal);
        Assert.Contains(
            "must specify at most 100 run_ids. Received 101 run_ids.",
            await server.RefuseGetAsync($"metrics/get-history-bulk-interval?{Runs("run_ids")}&metric_key=k"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_keeps_the_ends_of_every_run_and_stays_in_its_range()
    {
        await using var server = await TrackingServer.StartAsync();
        string[] runs = [await server.CreateRunAsync(), await server.CreateRunAsync()];
        await LogStepsAsync(server, runs[0], 100);
        await LogStepsAsync(server, runs[1], 38);

        var all = await server.GetAsync(Sample(runs, "max_results=5"));
        var range = await server.GetAsync(Sample(runs[..1], "max_results=3&start_step=10&end_step=20"));

        Assert.Equal([0, 20, 37, 40, 60, 80, 99, 0, 20, 37], StepsOf(all));
        Assert.Equal([10, 13, 17, 20], StepsOf(range));
    }

    [Theory]
    [InlineData("start_step=1", "If either start step or end step are specified, both must be specified.")]
    [InlineData("start_step=2&end_step=1", "end_step must be greater than start_step. Found start_step=2 and end_step=1.")]
    [InlineData("max_results=2501", "max_results must be between 1 and 2500.")]
    public async Task A_sample_needs_a_whole_range(string query, string message)
    {
        await using var server = await TrackingServer.StartAsync();

        Assert.StartsWith(message, await server.RefuseGetAsync(Sample(["r"], query)), StringComparison.Ordinal);
    }

    private static string Sample(IReadOnlyList<string> runs, string query) =>
        $"metrics/get-history-bulk-interval?{string.Join('&', runs.Select(run => $"run_ids={run}"))}&metric_key=loss&{query}";

    private static IEnumerable<long> StepsOf(JsonElement answer) => answer.TryGetProperty("metrics", out var metrics)
        ? metrics.EnumerateArray().Select(value => value.GetProperty("step").GetInt64())
        : [];

    // Last first: the order of the answers is not that of the calls.
    private static Task LogStepsAsync(TrackingServer server, string run, int count) => server.PostAsync("runs/log-batch", new()
    {
        ["run_id"] = run,
        ["metrics"] = new JsonArray([.. Enumerable.Range(0, count).Reverse().Select(
            step => new JsonObject { ["key"] = "loss", ["value"] = 1.0 / (step + 1), ["timestamp"] = 100 + step, ["step"] = step })]),
    });
}
