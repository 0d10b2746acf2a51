using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Verbs.Validate;

/// <summary>What a validation logs to its run of the ledger.</summary>
public sealed class ValidateMetricsTests : IDisposable
{
    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task The_run_of_the_ledger_has_the_metrics_of_both_models_and_what_they_are_of()
    {
        await _lab.CrownAsync(0.3);
        var version = await _lab.RegisterAsync(0.6);
        var report = await _lab.ValidateAsync(("Seed", "17"));

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var result = ValidationLab.Result(report);
        var entry = Assert.Single(await _lab.EntriesAsync());
        var (metrics, parameters) = (entry.Run.Metrics, entry.Run.Parameters);
        Assert.Equal((entry.Run.Id, $"runs:/{entry.Run.Id}", metrics.Count), (result.Run, result.RunUri, result.LoggedMetrics));
        Assert.True(metrics["roc_auc"] > metrics["champion/roc_auc"]);
        Assert.Equal((400, 400), (metrics["rows"], metrics["comparison/rows"]));
        Assert.Equal((result.Comparisons[0].Challenger, result.Comparisons[0].Effect, result.Comparisons[0].Lower), (metrics["roc_auc"], metrics["comparison/effect"], metrics["comparison/lower"]));
        Assert.InRange(metrics["runtime/size_mib"], 0.0001, 10);
        Assert.Equal(
            ("dev.health.diabetes", $"{version}", "dev", "17", "rows.csv", "models:/dev.health.diabetes/1", "binary", result.Digest),
            (parameters["model"], parameters["version"], parameters["environment"], parameters["seed"], parameters["data"], parameters["champion"], parameters["task"], parameters["digest"]));
        Assert.Equal(entry.Text(VersionTags.Commit), parameters["commit"]);
        Assert.All(["data.digest", "predictions.digest"], name => Assert.Matches("^sha256:[0-9a-f]{64}$", parameters[name]));
        Assert.InRange(int.Parse(parameters["gates"], CultureInfo.InvariantCulture), 2, 10);
    }

    [UnixFact]
    public async Task Slices_are_there_under_readable_names_and_a_baseline_is_no_champion()
    {
        _lab.Write("predict.py", """
            import os
            rows = open(os.environ["MODELOPS_DATA"]).read().split()[1:]
            plans = ['a', '../../b', 'roc_auc', '"=x"']
            lines = ["id,y,p,plan"] + [f"{row},{0.9 if row[-1] == '1' else 0.1},{plans[int(row.split(',')[0]) // 2 % 4]!s}" for row in rows]
            open(os.environ["MODELOPS_PREDICTIONS"], "w").write("\n".join(lines) + "\n")
            """);
        _lab.Configure($"{ValidationLab.Gates}\nslices: {{by: [plan], min_rows: 10, rules: [{{metric: roc_auc, min: 0.6}}]}}");
        await _lab.RegisterAsync(0.6);
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var metrics = Assert.Single(await _lab.EntriesAsync()).Run.Metrics;
        Assert.All(
            ["slices/plan/a/", "slices/plan/_x002E_._x002F_.._x002F_b/", "slices/plan/roc_auc/", "slices/plan/_x003D_x/"],
            slice => Assert.Equal((100, 1), (metrics[slice + "rows"], metrics[slice + "roc_auc"])));
        Assert.Equal(0.5, metrics["baseline/roc_auc"]);
        Assert.DoesNotContain(metrics.Keys, name => name.StartsWith("champion/", StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task The_chain_of_the_ledger_holds_and_a_second_validation_has_a_run_of_its_own()
    {
        await _lab.RegisterAsync(0.4);
        await _lab.ValidateAsync();
        var first = Assert.Single(await _lab.EntriesAsync());
        await _lab.ValidateAsync(("Seed", "5"));
        var entries = await _lab.EntriesAsync();
        Assert.Equal(2, entries.Count);
        Assert.Equal((first.Digest(), "5"), (entries[0].Previous, entries[0].Run.Parameters["seed"]));
        Assert.Equal(first.Digest(), entries[1].Digest());
        var history = await _lab.Release.RunAsync("history", ("Environment", "dev"));
        Assert.Empty(history.Diagnostics);
    }

    [UnixFact]
    public async Task A_killed_validation_of_other_settings_is_closed_and_the_next_one_has_its_own_parameters()
    {
        var version = await _lab.RegisterAsync(0.4);
        await _lab.ValidateAsync();
        _lab.Sql("UPDATE runs SET status = 'RUNNING', end_time = NULL WHERE name = 'validate'");
        _lab.Sql("DELETE FROM tags WHERE key IN ('modelops.alias', 'modelops.from', 'modelops.ended', 'modelops.seal')");
        var report = await _lab.ValidateAsync(("Seed", "5"));

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var entries = await _lab.EntriesAsync();
        Assert.Equal([(RunStatus.Finished, "5"), (RunStatus.Killed, "0")], entries.Select(entry => (entry.Run.Status, entry.Run.Parameters["seed"] == "5" ? "5" : "0")));
        Assert.Equal(("PASSED", "promote", true), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task A_dry_run_logs_nothing()
    {
        await _lab.RegisterAsync(0.4);
        var result = ValidationLab.Result(await _lab.ValidateAsync(("DryRun", "true")));
        Assert.Equal((null, null, 0), (result.Run, result.RunUri, result.LoggedMetrics));
        Assert.Empty(await _lab.EntriesAsync());
    }

    [UnixFact]
    public async Task On_a_server_it_is_the_same()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ValidationLab(server.Url);
        await lab.RegisterAsync(0.4);
        var report = await lab.ValidateAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var result = ValidationLab.Result(report);
        var run = server.State.Runs.Single(candidate => candidate.Id == result.Run);
        Assert.Equal((result.LoggedMetrics, "FINISHED"), (run.Metrics.Count, run.Status));
        Assert.Equal(result.Comparisons[0].Challenger, (double)run.Metrics["roc_auc"]!);
        Assert.Equal("dev.health.diabetes", run.Parameters["model"]);
    }
}
