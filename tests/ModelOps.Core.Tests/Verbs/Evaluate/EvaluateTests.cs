using System.Security.Cryptography;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Evaluate;
using ModelOps.Evaluation.Metrics;
using ModelOps.Evaluation.Profiles;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Evaluate;

public sealed class EvaluateTests : IDisposable
{
    private static readonly (string Name, string Value)[] Binary = [("Predictions", "p.csv"), ("Task", "binary"), ("Label", "y"), ("Prediction", "p")];

    private readonly ReleaseLab _lab = new();

    public EvaluateTests()
    {
        Write("p.csv", "y,p,s,plan,w\n1,1,0.9,a,1\n1,0,0.4,a,1\n0,0,0.3,b,1\n0,0,0.1,b,5\n");
        Configure("");
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task All_metrics_of_the_task_are_computed_without_a_registry()
    {
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Probability", "s")]);
        Assert.Equal(4, result.Rows);
        Assert.Equal(0.75, result.Metrics.Single(row => row.Metric == "accuracy").Value);
        Assert.Equal(1, result.Metrics.Single(row => row.Metric == "roc_auc").Value);
        Assert.Equal(MetricDirection.LowerIsBetter, result.Metrics.Single(row => row.Metric == "log_loss").Direction);
        Assert.Empty(result.SliceMetrics);
        Assert.Null(result.ProfileFile);
    }

    [Fact]
    public async Task No_configuration_is_needed()
    {
        File.Delete(Path("modelops.yml"));
        Assert.Equal(0.75, Assert.Single((await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Metric", "accuracy")])).Metrics).Value);
    }

    [Fact]
    public async Task Without_probabilities_the_metrics_that_need_them_are_left_out()
    {
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", Binary);
        Assert.DoesNotContain(result.Metrics, row => row.Metric == "roc_auc");
        Assert.Contains(result.Metrics, row => row.Metric == "f1");
    }

    [Fact]
    public async Task Weights_count()
    {
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Weight", "w"), ("Metric", "accuracy")]);
        Assert.Equal(7.0 / 8, Assert.Single(result.Metrics).Value);
    }

    [Fact]
    public async Task A_metric_that_is_not_defined_is_a_warning_and_has_no_value()
    {
        var report = await _lab.RunAsync("evaluate", [.. Binary, ("Probability", "s"), ("Metric", "roc_auc"), ("Metric", "accuracy"), ("Slices", "plan")]);
        var result = (EvaluateResult)report.Result!;
        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal(
            [("plan=a", 2, "roc_auc", null), ("plan=a", 2, "accuracy", 0.5), ("plan=b", 2, "roc_auc", null), ("plan=b", 2, "accuracy", (double?)1)],
            result.SliceMetrics.Select(row => (row.Slice, row.Rows, row.Metric, row.Value)));
        var warning = Assert.Single(report.Diagnostics);
        Assert.Equal(("MOP6006", Severity.Warning, "'roc_auc' is not defined on 2 slices: 'plan=a', 'plan=b'."), (warning.Code, warning.Severity, warning.Message));
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("3", 0)]
    public async Task Small_slices_are_left_out(string minRows, int slices)
    {
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Metric", "accuracy"), ("Slices", "plan"), ("MinRows", minRows)]);
        Assert.Equal(slices, result.SliceMetrics.Count);
    }

    [Fact]
    public async Task The_model_of_the_configuration_says_what_the_call_does_not()
    {
        Configure("    evaluation: {task: binary, artifact: p.csv, columns: {label: y, probability: [s], threshold: 0.35}}\n");
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", ("Predictions", "p.csv"), ("Model", "diabetes"), ("Metric", "accuracy"));
        Assert.Equal(1, Assert.Single(result.Metrics).Value);
    }

    [Fact]
    public async Task A_profile_of_the_inputs_is_written()
    {
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Inputs", "p.csv"), ("Profile", "out/training.profile.json")]);
        Assert.Equal(Path("out/training.profile.json"), result.ProfileFile);
        var profile = await ProfileFile.ReadAsync(result.ProfileFile!, CancellationToken.None);
        Assert.Equal(["y", "p", "s", "plan", "w"], profile.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("out/report.html", "<!doctype html")]
    [InlineData("report.md", "#")]
    [InlineData("report.json", "{")]
    public async Task A_report_is_written_in_the_format_of_its_name(string report, string start)
    {
        var result = await _lab.DoAsync<EvaluateResult>("evaluate", [.. Binary, ("Probability", "s"), ("Slices", "plan"), ("Report", report)]);
        Assert.Equal(Path(report), result.ReportFile);
        var text = File.ReadAllText(Path(report));
        Assert.StartsWith(start, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Evaluation of diabetes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Challenger", text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path("p.csv"))))[..12], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_shows_the_metrics_and_slices_that_the_call_asks_for()
    {
        await _lab.DoAsync<EvaluateResult>(
            "evaluate", [.. Binary, ("Probability", "s"), ("Metric", "fbeta@3"), ("Slices", "plan"), ("MinRows", "3"), ("Report", "report.json")]);
        using var report = JsonDocument.Parse(File.ReadAllText(Path("report.json")));
        Assert.Equal("fbeta@3", report.RootElement.GetProperty("primaryMetric").GetString());
        Assert.Equal("fbeta@3", report.RootElement.GetProperty("metrics")[0].GetProperty("metric").GetString());
        Assert.Equal(0, report.RootElement.GetProperty("slices").GetArrayLength());
    }

    [Fact]
    public async Task All_unknown_metrics_are_named()
    {
        var report = await _lab.RunAsync("evaluate", [.. Binary, ("Metric", "acuracy"), ("Metric", "rmse"), ("Metric", "accuracy")]);
        Assert.Equal((ExitCode.BadInput, "MOP6005 MOP6005"), (report.ExitCode, string.Join(' ', report.Diagnostics.Select(problem => problem.Code))));
        Assert.Contains("Did you mean 'accuracy'?", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MOP0001", "Task", "")]
    [InlineData("MOP0005", "Inputs", "p.csv")]
    [InlineData("MOP0005", "Profile", "x.json")]
    [InlineData("MOP6002", "Label", "z")]
    [InlineData("MOP0002", "Report", "report.pdf")]
    [InlineData("MOP6013", "Model", "diabets")]
    public async Task What_cannot_be_evaluated_is_bad_input(string code, string name, string value)
    {
        var arguments = Binary.Where(argument => argument.Name != name);
        var report = await _lab.RunAsync("evaluate", [.. value.Length == 0 ? arguments : arguments.Append((name, value))]);
        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [UnixFact]
    public async Task A_profile_that_cannot_be_written_is_said()
    {
        var report = await _lab.RunAsync("evaluate", [.. Binary, ("Inputs", "p.csv"), ("Profile", "p.csv/x.json")]);
        Assert.Equal((ExitCode.BadInput, "MOP4003"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    private void Configure(string evaluation) => Write("modelops.yml", $"version: 1\nmodels:\n  - name: diabetes\n    path: models/diabetes\n{evaluation}");

    private void Write(string name, string text) => File.WriteAllText(Path(name), text);

    private string Path(string name) => System.IO.Path.Combine(_lab.Path, name);
}
