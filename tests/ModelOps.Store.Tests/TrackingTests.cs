using System.Globalization;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Store.Tests;

public sealed class TrackingTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Fact]
    public async Task A_run_has_the_values_of_a_real_server()
    {
        await using var catalog = await _lab.OpenAsync();
        var experiment = await catalog.Tracking.EnsureExperimentAsync("exp-a", CancellationToken.None);
        var wire = WireCase.Read("runs-create.json", "ok third").GetProperty("run");
        var info = wire.GetProperty("info");
        var start = DateTimeOffset.FromUnixTimeMilliseconds(info.GetProperty("start_time").GetInt64());

        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "run-3", start, []), CancellationToken.None);

        var row = Assert.Single(_lab.Rows("SELECT *, name AS run_name FROM runs"));
        WireCase.AssertSame(info, row, "run_uuid", "run_id", "artifact_uri");
        Assert.Equal($"file://{_lab.ArtifactRoot}/1/{run.Id}/artifacts", row["artifact_uri"]);
        Assert.Matches("^[0-9a-f]{32}$", run.Id);
        Assert.Equal(["UNKNOWN", "", "", ""], [row["source_type"], row["source_name"], row["entry_point_name"], row["source_version"]]);
        Assert.Equal([null, null], [row["end_time"], row["deleted_time"]]);
        var tag = wire.GetProperty("data").GetProperty("tags")[0];
        Assert.Equal(tag.GetProperty("value").GetString(), run.Tags[tag.GetProperty("key").GetString()!]);
        Assert.Single(run.Tags);
    }

    [Fact]
    public async Task An_ended_run_has_the_values_of_a_real_server()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        var info = WireCase.Read("runs-update.json", "ok FINISHED").GetProperty("run_info");
        var end = DateTimeOffset.FromUnixTimeMilliseconds(info.GetProperty("end_time").GetInt64());

        await catalog.Tracking.EndRunAsync(run.Id, RunStatus.Finished, end, CancellationToken.None);

        WireCase.AssertSame(
            info, Assert.Single(_lab.Rows("SELECT * FROM runs")), "run_uuid", "run_id", "run_name", "user_id", "start_time", "artifact_uri");
        var found = await catalog.Tracking.FindRunAsync(run.Id, CancellationToken.None);
        Assert.Equal((RunStatus.Finished, end), (found!.Status, found.EndedAt));
    }

    [Fact]
    public async Task Metrics_that_MLflow_has_kept_are_read_as_its_server_reads_them()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        var other = await StoreLab.RunAsync(catalog);
        var metrics = WireCase.Read("runs-get.json", "ok full").GetProperty("run").GetProperty("data").GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("key").GetString()!, metric => metric.GetProperty("value"));
        foreach (var (key, value) in metrics)
        {
            var isNan = value.ValueKind == System.Text.Json.JsonValueKind.String;
            var stored = isNan ? "0" : value.GetDouble().ToString("R", CultureInfo.InvariantCulture);
            _lab.Create($"INSERT INTO latest_metrics (key, value, timestamp, step, is_nan, run_uuid) VALUES ('{key}', {stored}, 1, 0, {(isNan ? 1 : 0)}, '{run.Id}')");
        }

        var found = await catalog.Tracking.FindRunAsync(run.Id, CancellationToken.None);

        Assert.Equal(metrics.Keys.Order(StringComparer.Ordinal), found!.Metrics.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((0.25, double.NaN, double.MaxValue), (found.Metrics["loss"], found.Metrics["nanm"], found.Metrics["infm"]));
        Assert.Empty((await catalog.Tracking.FindRunAsync(other.Id, CancellationToken.None))!.Metrics);
    }

    [Fact]
    public async Task An_experiment_is_made_once_and_found_by_name()
    {
        await using var catalog = await _lab.OpenAsync();
        Assert.Null(await catalog.Tracking.FindExperimentAsync("modelops/churn", CancellationToken.None));

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => catalog.Tracking.EnsureExperimentAsync("modelops/churn", CancellationToken.None))));

        Assert.Equal("1", Assert.Single(ids.Distinct()));
        Assert.Equal("1", await catalog.Tracking.FindExperimentAsync("modelops/churn", CancellationToken.None));
        Assert.Equal("0", await catalog.Tracking.FindExperimentAsync("Default", CancellationToken.None));
    }

    [Fact]
    public async Task A_deleted_experiment_is_not_found_and_its_name_is_refused_with_the_way_out()
    {
        await using var catalog = await _lab.OpenAsync();
        await catalog.Tracking.EnsureExperimentAsync("gone", CancellationToken.None);
        _lab.Create("UPDATE experiments SET lifecycle_stage = 'deleted' WHERE name = 'gone'");

        Assert.Null(await catalog.Tracking.FindExperimentAsync("gone", CancellationToken.None));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.EnsureExperimentAsync("gone", CancellationToken.None));
        StoreLab.AssertFails(failure, "MOP2003", ExitCode.BadInput, "mlflow experiments restore");
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_by_tag_without_deleted_ones()
    {
        await using var catalog = await _lab.OpenAsync();
        var experiment = await catalog.Tracking.EnsureExperimentAsync("e", CancellationToken.None);
        for (var at = 0; at < 4; at++)
        {
            Tag[] tags = [new("at", at.ToString(CultureInfo.InvariantCulture)), new("even", at % 2 == 0 ? "yes" : "no")];
            await catalog.Tracking.CreateRunAsync(new(experiment, "r", FixedTime.Now.AddSeconds(at), tags), CancellationToken.None);
        }

        _lab.Create("UPDATE runs SET lifecycle_stage = 'deleted' WHERE start_time = (SELECT MAX(start_time) FROM runs)");

        Assert.Equal(["2", "1", "0"], await ListAsync(catalog, experiment, null));
        Assert.Equal(["2", "0"], await ListAsync(catalog, experiment, new("even", "yes")));
        Assert.Empty(await ListAsync(catalog, experiment, new("even", "YES")));
        Assert.Empty(await ListAsync(catalog, "0", null));
        Assert.Empty(await ListAsync(catalog, "no number", null));
    }

    [Fact]
    public async Task Tags_of_a_run_replace_and_its_name_follows_its_tag()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog, new Tag("a", "1"), new Tag("b", "1"));

        await catalog.Tracking.SetRunTagsAsync(run.Id, [new("a", "2"), new("mlflow.runName", "renamed")], CancellationToken.None);

        var found = await catalog.Tracking.FindRunAsync(run.Id, CancellationToken.None);
        Assert.Equal("renamed", found!.Name);
        Assert.Equal(["a=2", "b=1", "mlflow.runName=renamed"], found.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a//b", 1)]
    [InlineData("../a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("fine", 8001)]
    public async Task A_tag_that_MLflow_refuses_or_would_cut_is_refused(string key, int length)
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);

        var failure = await Assert.ThrowsAsync<ModelOpsException>(
            () => catalog.Tracking.SetRunTagsAsync(run.Id, [new("first", "1"), new(key, new string('x', length))], CancellationToken.None));

        Assert.Equal("MOP2003", Assert.Single(failure.Diagnostics).Code);
        Assert.DoesNotContain("first", (await catalog.Tracking.FindRunAsync(run.Id, CancellationToken.None))!.Tags.Keys);
    }

    [Fact]
    public async Task A_time_beyond_any_date_is_no_crash()
    {
        await using var catalog = await _lab.OpenAsync();
        var run = await StoreLab.RunAsync(catalog);
        _lab.Create($"UPDATE runs SET start_time = {long.MaxValue}, end_time = {long.MinValue}");

        var found = await catalog.Tracking.FindRunAsync(run.Id, CancellationToken.None);

        Assert.Equal((9999, 1), (found!.StartedAt.Year, found.EndedAt!.Value.Year));
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_null_or_a_clear_failure()
    {
        await using var catalog = await _lab.OpenAsync();

        Assert.Null(await catalog.Tracking.FindRunAsync("nope", CancellationToken.None));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => catalog.Tracking.SetRunTagsAsync("nope", [], CancellationToken.None));
        StoreLab.AssertFails(failure, "MOP2003", ExitCode.BadInput, "'nope'");
    }

    public void Dispose() => _lab.Dispose();

    private static async Task<List<string>> ListAsync(ICatalog catalog, string experiment, Tag? tag)
    {
        var found = new List<string>();
        await foreach (var run in catalog.Tracking.ListRunsAsync(experiment, tag, CancellationToken.None))
        {
            found.Add(run.Tags["at"]);
        }

        return found;
    }
}
