using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Evaluate;
using ModelOps.Core.Verbs.Register;
using ModelOps.Core.Verbs.Validate;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Verbs;

/// <summary>What verbs log is where MLflow shows it: asked with the server's own calls.</summary>
public sealed class LoggedMetricsTests
{
    private static readonly string[] Plans = ["a", "../../b", "x'; DROP TABLE metrics; --"];

    [UnixTheory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public async Task Validate_and_evaluate_write_to_runs_and_other_values_are_refused(string release)
    {
        await using var sandbox = await SandboxLab.StartAsync((options, _) => options.BehavesLike = release);
        using var lab = Configure(sandbox.Uri);
        await lab.PackageAsync();
        await lab.DoAsync<RegisterResult>("register", ("Package", "diabetes.modelpkg"), ("Environment", "dev"));
        var report = await lab.RunAsync("validate", ("Environment", "dev"));
        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
        var validated = (ValidateResult)report.Result!;

        var data = await DataAsync(sandbox, validated.Run!);
        var metrics = data.GetProperty("metrics").EnumerateArray().ToDictionary(metric => metric.GetProperty("key").GetString()!, metric => metric.GetProperty("value").GetDouble());
        Assert.Equal(validated.LoggedMetrics, metrics.Count);
        Assert.Equal((1, 300, 100), (metrics["accuracy"], metrics["rows"], metrics["slices/plan/a/rows"]));
        Assert.Equal("dev.health.diabetes", Parameter(data, "model"));
        var name = "slices/plan/x_x0027__x003B_ DROP TABLE metrics_x003B_ --/accuracy";
        var history = await sandbox.CallAsync("GET", $"/api/2.0/mlflow/metrics/get-history?run_id={validated.Run}&metric_key={Uri.EscapeDataString(name)}&max_results=100", "");
        Assert.Equal(1, Assert.Single(history.GetProperty("metrics").EnumerateArray().ToList()).GetProperty("value").GetDouble());

        (string, string)[] evaluate = [("Predictions", "p.csv"), ("Model", "diabetes"), ("Environment", "dev"), ("Run", validated.Run!)];
        var evaluated = await lab.DoAsync<EvaluateResult>("evaluate", [.. evaluate, ("Metric", "mcc")]);
        var again = await lab.DoAsync<EvaluateResult>("evaluate", [.. evaluate, ("Metric", "mcc")]);
        Assert.Equal((evaluated.LoggedMetrics, $"runs:/{validated.Run}"), (again.LoggedMetrics, again.RunUri));
        var points = await sandbox.CallAsync("GET", $"/api/2.0/mlflow/metrics/get-history?run_id={validated.Run}&metric_key=mcc&max_results=100", "");
        Assert.Equal(1, points.GetProperty("metrics").GetArrayLength());

        File.AppendAllText(Path.Combine(lab.Path, "p.csv"), "900,0,0,a\n");
        var refused = await lab.RunAsync("evaluate", [.. evaluate, ("Metric", "mcc")]);
        Assert.Equal((ExitCode.BadInput, "MOP6016"), (refused.ExitCode, Assert.Single(refused.Diagnostics).Code));
        await sandbox.CallAsync("POST", "/api/2.0/mlflow/runs/delete", JsonSerializer.Serialize(new { run_id = validated.Run }));
        var deleted = await lab.RunAsync("evaluate", [.. evaluate]);
        Assert.Equal((ExitCode.BadInput, "MOP6015"), (deleted.ExitCode, Assert.Single(deleted.Diagnostics).Code));
        var missing = await lab.RunAsync("evaluate", ("Predictions", "p.csv"), ("Model", "diabetes"), ("Environment", "dev"), ("Run", "0123456789abcdef"));
        Assert.Equal((ExitCode.BadInput, "MOP6015"), (missing.ExitCode, Assert.Single(missing.Diagnostics).Code));
    }

    private static ReleaseLab Configure(string server)
    {
        var lab = new ReleaseLab(server);
        lab.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        var rows = Enumerable.Range(0, 300).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row},{row % 2},{row % 2},{Plans[row / 2 % 3]}\n"));
        File.WriteAllText(Path.Combine(lab.Path, "p.csv"), "id,y,p,plan\n" + string.Concat(rows));
        File.WriteAllText(Path.Combine(lab.Path, "predict.sh"), "cp p.csv \"$MODELOPS_PREDICTIONS\"\n");
        var file = Path.Combine(lab.Path, "modelops.yml");
        const string Model = """
            models:
              - name: diabetes
                path: models/diabetes
                evaluation: {task: binary, run: sh predict.sh, columns: {label: y, prediction: p, key: id}}
                gates:
                  metrics: [{name: accuracy, min: 0.6}]
                  slices: {by: [plan], min_rows: 10, rules: [{metric: accuracy, min: 0.6}]}

            environments:
            """;
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "(?s)models:\n.*?\nenvironments:", Model));
        lab.Git.Commit("configured");
        return lab;
    }

    private static async Task<JsonElement> DataAsync(SandboxLab sandbox, string run) =>
        (await sandbox.CallAsync("GET", $"/api/2.0/mlflow/runs/get?run_id={run}", "")).GetProperty("run").GetProperty("data");

    private static string Parameter(JsonElement data, string key) =>
        data.GetProperty("params").EnumerateArray().Single(parameter => parameter.GetProperty("key").GetString() == key).GetProperty("value").GetString()!;
}
