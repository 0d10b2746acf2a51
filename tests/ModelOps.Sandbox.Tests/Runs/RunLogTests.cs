using System.Text.Json;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Runs;

/// <summary>Metrics and parameters through the toolkit's port, on the embedded store and on a server of each release, read back through the port and the server's own calls.</summary>
public sealed class RunLogTests
{
    private const string Embedded = "embedded";

    private static readonly DateTimeOffset At = new(2026, 11, 30, 12, 0, 0, 250, TimeSpan.Zero);

    public static TheoryData<string> Backends => [Embedded, "2.22", "3.11"];

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task What_is_logged_is_read_back_and_what_is_repeated_is_there_once(string backend)
    {
        await using var lab = await StartAsync(backend);
        await using var catalog = await OpenAsync(lab, backend);
        var run = await CreateAsync(catalog);
        LoggedMetric[] metrics =
        [
            new("roc_auc", 0.91, At), new("slices/plan/Köln a/roc_auc", 1e-300, At), new("nan", double.NaN, At), new("most", double.PositiveInfinity, At),
            new("least", double.NegativeInfinity, At), new("loss", 0.5, At, 1), new("loss", 0.25, At, 2), new("loss", 0.25, At, 2),
        ];
        for (var time = 0; time < 2; time++)
        {
            await catalog.Tracking.LogMetricsAsync(run, metrics, default);
            await catalog.Tracking.LogParametersAsync(run, [new("data", "data/a.csv"), new("long", new('x', 6000))], default);
        }

        var read = await catalog.Tracking.FindRunAsync(run, default);
        Assert.Equal(
            [("least", double.MinValue), ("loss", 0.25), ("most", double.MaxValue), ("nan", double.NaN), ("roc_auc", 0.91), ("slices/plan/Köln a/roc_auc", 1e-300)],
            read!.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => (metric.Key, metric.Value)));
        Assert.Equal(["data", "long"], read.Parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("data/a.csv", read.Parameters["data"]);

        var history = await lab.CallAsync("GET", $"/api/2.0/mlflow/metrics/get-history?run_id={run}&metric_key=loss", "");
        Assert.Equal(
            [(1, 0.5, At.ToUnixTimeMilliseconds()), (2, 0.25, At.ToUnixTimeMilliseconds())],
            history.GetProperty("metrics").EnumerateArray().Select(point => (Integer(point, "step"), point.GetProperty("value").GetDouble(), Long(point, "timestamp"))));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Any_number_is_logged_also_of_long_names_and_values(string backend)
    {
        await using var lab = await StartAsync(backend);
        await using var catalog = await OpenAsync(lab, backend);
        var run = await CreateAsync(catalog);
        var metrics = Enumerable.Range(0, 2500).Select(number => new LoggedMetric($"{new string('ü', 240)}/{number:D5}", number, At)).ToList();
        var parameters = Enumerable.Range(0, 250).Select(number => new Parameter($"p{number}", new string('ü', 6000))).ToList();
        await catalog.Tracking.LogMetricsAsync(run, metrics, default);
        await catalog.Tracking.LogParametersAsync(run, parameters, default);
        await catalog.Tracking.LogMetricsAsync(run, [], default);

        var read = await catalog.Tracking.FindRunAsync(run, default);
        Assert.Equal((2500, 250), (read!.Metrics.Count, read.Parameters.Count));
        Assert.Equal((2499, 6000), (read.Metrics[metrics[^1].Name], read.Parameters["p249"].Length));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_parameter_never_changes(string backend)
    {
        await using var lab = await StartAsync(backend);
        await using var catalog = await OpenAsync(lab, backend);
        var run = await CreateAsync(catalog);
        await catalog.Tracking.LogParametersAsync(run, [new("seed", "1")], default);
        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.LogParametersAsync(run, [new("other", "a"), new("seed", "2")], default));
        Assert.Equal(("seed", "1"), Assert.Single((await catalog.Tracking.FindRunAsync(run, default))!.Parameters.Select(pair => (pair.Key, pair.Value))));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task What_a_server_would_refuse_or_cut_is_refused_before_anything_is_written(string backend)
    {
        await using var lab = await StartAsync(backend);
        await using var catalog = await OpenAsync(lab, backend);
        var run = await CreateAsync(catalog);
        foreach (var name in (string[])["", "a=b", "../a", "a//b", "/a", "a/", new('a', 251), "a\n", "a\u202Eb"])
        {
            await RefusesAsync(() => catalog.Tracking.LogMetricsAsync(run, [new("fine", 1, At), new(name, 1, At)], default));
            await RefusesAsync(() => catalog.Tracking.LogParametersAsync(run, [new("fine", "1"), new(name, "1")], default));
        }

        await RefusesAsync(() => catalog.Tracking.LogMetricsAsync(run, [new("a", 1, DateTimeOffset.UnixEpoch.AddDays(-1))], default));
        await RefusesAsync(() => catalog.Tracking.LogParametersAsync(run, [new("a", new('x', 6001))], default));
        await RefusesAsync(() => catalog.Tracking.LogParametersAsync(run, [new("a", "1"), new("a", "1")], default));
        var read = await catalog.Tracking.FindRunAsync(run, default);
        Assert.Equal((0, 0), (read!.Metrics.Count, read.Parameters.Count));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_run_that_has_ended_takes_more_and_a_deleted_one_does_not(string backend)
    {
        await using var lab = await StartAsync(backend);
        await using var catalog = await OpenAsync(lab, backend);
        var run = await CreateAsync(catalog);
        await catalog.Tracking.EndRunAsync(run, RunStatus.Finished, At, default);
        await catalog.Tracking.LogMetricsAsync(run, [new("f1", 0.5, At)], default);
        var read = await catalog.Tracking.FindRunAsync(run, default);
        Assert.Equal((RunStatus.Finished, false, 0.5), (read!.Status, read.IsDeleted, read.Metrics["f1"]));

        await lab.CallAsync("POST", "/api/2.0/mlflow/runs/delete", JsonSerializer.Serialize(new { run_id = run }));
        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.LogMetricsAsync(run, [new("f1", 1, At)], default));
        await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.LogParametersAsync(run, [new("a", "1")], default));
        Assert.True((await catalog.Tracking.FindRunAsync(run, default))!.IsDeleted);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Runs_with_very_many_metrics_are_listed_page_by_page(string backend)
    {
        await using var lab = await StartAsync(backend);
        await using var catalog = await OpenAsync(lab, backend);
        var experiment = await catalog.Tracking.EnsureExperimentAsync("many", default);
        for (var number = 0; number < 105; number++)
        {
            var run = await catalog.Tracking.CreateRunAsync(new(experiment, $"r{number}", At.AddSeconds(number), []), default);
            await catalog.Tracking.LogMetricsAsync(run.Id, [new("number", number, At)], default);
        }

        var listed = await catalog.Tracking.ListRunsAsync(experiment, null, default).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 105).Reverse().Select(number => (double)number), listed.Select(run => run.Metrics["number"]));
    }

    private static async Task RefusesAsync(Func<Task> log) => Assert.Equal(ExitCode.BadInput, (await Assert.ThrowsAsync<ModelOpsException>(log)).ExitCode);

    private static int Integer(JsonElement point, string name) => (int)Long(point, name);

    private static long Long(JsonElement point, string name) =>
        point.TryGetProperty(name, out var value) ? long.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static Task<SandboxLab> StartAsync(string backend) => SandboxLab.StartAsync((options, _) => options.BehavesLike = backend == Embedded ? "3.11" : backend);

    // The embedded store is the sandbox's own file, so that its server can be asked what the store wrote.
    private static Task<ICatalog> OpenAsync(SandboxLab lab, string backend)
    {
        var uri = backend == Embedded ? "sqlite:///" + lab.StoreFile : lab.Uri;
        return TestCatalogs.OpenAsync(uri, lab.Root);
    }

    private static async Task<string> CreateAsync(ICatalog catalog)
    {
        var experiment = await catalog.Tracking.EnsureExperimentAsync("training", default);
        return (await catalog.Tracking.CreateRunAsync(new(experiment, "weekly", At, []), default)).Id;
    }
}
