using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Testing;

public sealed class TrainingTests
{
    [LinuxFact]
    public async Task The_sample_is_trained_against_a_server_and_its_version_is_the_challenger()
    {
        using var lab = new SampleLab();
        await using var server = await SandboxServer.StartAsync(lab);
        lab.Environment["MLFLOW_TRACKING_URI"] = server.Uri;

        var report = await lab.ResultAsync(0, "train", "--model", "diabetes", "--parameters", "alpha=0.5", "--sample", "0.1");

        var model = report.GetProperty("result").GetProperty("model").GetString()!;
        var version = (await server.GetAsync($"registered-models/alias?name={model}&alias=challenger")).GetProperty("model_version");
        var run = (await server.GetAsync($"runs/get?run_id={version.GetProperty("run_id").GetString()}")).GetProperty("run");
        var parameters = run.GetProperty("data").GetProperty("params").EnumerateArray()
            .ToDictionary(parameter => parameter.GetProperty("key").GetString()!, parameter => parameter.GetProperty("value").GetString());
        Assert.Equal(new Dictionary<string, string?> { ["alpha"] = "0.5", ["sample"] = "0.1" }, parameters);
        Assert.Equal("FINISHED", run.GetProperty("info").GetProperty("status").GetString());
    }

    [LinuxFact]
    public async Task A_parameter_that_is_wrong_is_refused_before_anything_starts()
    {
        using var lab = new SampleLab();
        lab.Environment["MLFLOW_TRACKING_URI"] = "http://127.0.0.1:9";

        var report = await lab.ResultAsync(2, "train", "--model", "diabetes", "--parameters", "alpha=much", "--parameters", "alhpa=1");

        var findings = report.GetProperty("diagnostics").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()!).ToList();
        Assert.Equal(2, findings.Count);
        Assert.Contains(findings, finding => finding.Contains("Did you mean 'alpha'?", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Contains("expected a number, found 'much'", StringComparison.Ordinal));
    }
}
