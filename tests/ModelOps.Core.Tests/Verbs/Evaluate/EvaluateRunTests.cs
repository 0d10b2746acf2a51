using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Verbs.Evaluate;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Evaluate;

/// <summary>Metrics that are logged to a run that is there.</summary>
public sealed class EvaluateRunTests : IDisposable
{
    private static readonly (string Name, string Value)[] Binary =
        [("Predictions", "p.csv"), ("Task", "binary"), ("Label", "y"), ("Prediction", "p"), ("Slices", "plan"), ("Environment", "dev")];

    private readonly ReleaseLab _lab = new();

    public EvaluateRunTests() => Write("y,p,plan\n1,1,a\n1,0,a\n0,0,b/../c\n0,0,b/../c\n");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Metrics_of_all_rows_and_of_slices_and_what_they_are_of_are_in_the_run()
    {
        var id = await StartRunAsync();
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Run", id), ("Metric", "accuracy"), ("Metric", "recall")]);

        var run = await ReadAsync(id);
        Assert.Equal(
            [
                ("accuracy", 0.75), ("recall", 0.5), ("rows", 4), ("slices/plan/a/accuracy", 0.5), ("slices/plan/a/recall", 0.5), ("slices/plan/a/rows", 2),
                ("slices/plan/b_x002F_.._x002F_c/accuracy", 1), ("slices/plan/b_x002F_.._x002F_c/recall", 0), ("slices/plan/b_x002F_.._x002F_c/rows", 2),
            ],
            run.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => (metric.Key, metric.Value)));
        Assert.Equal((id, $"runs:/{id}", run.Metrics.Count), (result.Run, result.RunUri, result.LoggedMetrics));
        Assert.Equal(
            ["evaluation.label", "evaluation.model", "evaluation.prediction", "evaluation.predictions", "evaluation.predictions.digest", "evaluation.task", "lr"],
            run.Parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("p.csv", "binary", "0.1"), (run.Parameters["evaluation.predictions"], run.Parameters["evaluation.task"], run.Parameters["lr"]));
        Assert.Matches("^sha256:[0-9a-f]{64}$", run.Parameters["evaluation.predictions.digest"]);
    }

    [Fact]
    public async Task The_same_evaluation_again_adds_what_is_missing_and_writes_nothing_twice()
    {
        var id = await StartRunAsync(RunStatus.Finished);
        await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Run", id), ("Metric", "accuracy")]);
        var again = await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Run", id), ("Metric", "accuracy"), ("Metric", "recall")]);

        var run = await ReadAsync(id);
        Assert.Equal((RunStatus.Finished, run.Metrics.Count), (run.Status, again.LoggedMetrics));
        Assert.Equal(0.5, run.Metrics["recall"]);
        Assert.Equal("1", Scalar("SELECT COUNT(*) FROM metrics WHERE key = 'accuracy'"));
    }

    [Fact]
    public async Task Other_predictions_are_refused_before_anything_is_written()
    {
        var id = await StartRunAsync();
        await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Run", id), ("Metric", "accuracy")]);
        Write("y,p,plan\n1,1,a\n0,1,a\n");
        var report = await _lab.RunAsync("evaluate", [.. Binary, ("Run", id), ("Metric", "accuracy"), ("Report", "report.md")]);

        var problem = Assert.Single(report.Diagnostics);
        Assert.Equal((ExitCode.BadInput, "MOP6016"), (report.ExitCode, problem.Code));
        Assert.Contains("evaluation.predictions.digest 'sha256:", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_lab.Path + "/report.md"));
        Assert.Equal(0.75, (await ReadAsync(id)).Metrics["accuracy"]);
    }

    [Fact]
    public async Task A_dry_run_says_where_the_metrics_would_be_and_logs_nothing()
    {
        var id = await StartRunAsync();
        var report = await _lab.RunAsync("evaluate", [.. Binary, ("Run", id), ("Metric", "accuracy"), ("DryRun", "true")]);
        var result = (EvaluateResult)report.Result!;
        Assert.Equal((ExitCode.Ok, id, 0), (report.ExitCode, result.Run, result.LoggedMetrics));
        Assert.Equal(HostDiagnostics.DryRun.Code, Assert.Single(report.Diagnostics).Code);
        var run = await ReadAsync(id);
        Assert.Empty(run.Metrics);
        Assert.Equal("lr", Assert.Single(run.Parameters).Key);
    }

    [Fact]
    public async Task A_run_that_is_not_there_or_was_deleted_is_refused_before_any_work()
    {
        var missing = await _lab.RunAsync("evaluate", [.. Binary, ("Run", "0f4f3a1c"), ("Report", "report.md")]);
        Assert.Equal((ExitCode.BadInput, "MOP6015"), (missing.ExitCode, Assert.Single(missing.Diagnostics).Code));
        Assert.False(File.Exists(_lab.Path + "/report.md"));

        var id = await StartRunAsync();
        Scalar("UPDATE runs SET lifecycle_stage = 'deleted'");
        var deleted = await _lab.RunAsync("evaluate", [.. Binary, ("Run", id)]);
        Assert.Equal((ExitCode.BadInput, "MOP6015"), (deleted.ExitCode, Assert.Single(deleted.Diagnostics).Code));
    }

    [Fact]
    public async Task More_metrics_than_a_run_gets_are_left_out_and_said()
    {
        Write("y,p,plan\n" + string.Concat(Enumerable.Range(0, 700).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row % 2},{row % 2},plan {row}\n"))));
        var id = await StartRunAsync();
        var report = await _lab.RunAsync("evaluate", [.. Binary, ("Run", id), ("Metric", "accuracy")]);

        var run = await ReadAsync(id);
        Assert.Equal((1000, 1000, 1), (run.Metrics.Count, ((EvaluateResult)report.Result!).LoggedMetrics, run.Metrics["accuracy"]));
        var warning = Assert.Single(report.Diagnostics);
        Assert.Equal(("MOP6017", Severity.Warning, "1000 of 1402 metrics are logged to the run; the other 402, of slices, are left out."), (warning.Code, warning.Severity, warning.Message));
    }

    private async Task<string> StartRunAsync(RunStatus status = RunStatus.Running)
    {
        await using var catalog = await _lab.OpenAsync("dev");
        var experiment = await catalog.Tracking.EnsureExperimentAsync("training", default);
        var run = await catalog.Tracking.CreateRunAsync(new(experiment, "weekly", DateTimeOffset.UnixEpoch, []), default);
        await catalog.Tracking.LogParametersAsync(run.Id, [new("lr", "0.1")], default);
        if (status != RunStatus.Running)
        {
            await catalog.Tracking.EndRunAsync(run.Id, status, DateTimeOffset.UnixEpoch, default);
        }

        return run.Id;
    }

    private async Task<Run> ReadAsync(string id)
    {
        await using var catalog = await _lab.OpenAsync("dev");
        return (await catalog.Tracking.FindRunAsync(id, default))!;
    }

    private string Scalar(string sql)
    {
        var code = $"import sqlite3; c = sqlite3.connect('.modelops/dev.db'); print(*(c.execute(\"{sql}\").fetchone() or ()), end=''); c.commit()";
        var start = new System.Diagnostics.ProcessStartInfo("python3", ["-c", code]) { WorkingDirectory = _lab.Path, RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return answer;
    }

    private void Write(string text) => File.WriteAllText(_lab.Path + "/p.csv", text);
}
