using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Train;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Train;

public sealed class TrainTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public TrainTests()
    {
        Directory.CreateDirectory(Path("pipelines"));
        Write("modelops.yml", File.ReadAllText(Path("modelops.yml")).Replace(
            "    path: models/diabetes\n",
            "    path: models/diabetes\n    train: {directory: pipelines, entry_point: train, parameters: {alpha: '0.5'}, pass_environment: [FEATURE_TOKEN]}\n",
            StringComparison.Ordinal));
        Write(
            "pipelines/MLproject",
            """
            entry_points:
              train: {parameters: {alpha: float, sample: {type: float, default: 1}, fail: {default: "0"}}, command: "sh train.sh {alpha} {sample} {fail}"}
              slow: {command: "sleep 60"}
              gone: {command: "no-such-program-here"}
            """);
        Write("pipelines/train.sh", "env > env.txt; echo \"alpha $1 sample $2\" > args.txt; echo training; exit $3\n");
        _lab.Environment["PATH"] = "/usr/bin:/bin";
    }

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task The_entry_point_runs_in_its_directory_against_the_environment_without_other_secrets()
    {
        _lab.Environment["MLFLOW_TRACKING_TOKEN"] = "t0ken";
        _lab.Environment["AWS_SECRET_ACCESS_KEY"] = "s3cret";
        _lab.Environment["FEATURE_TOKEN"] = "passed";

        var result = await _lab.DoAsync<TrainResult>("train", ("Model", "diabetes"), ("Environment", "dev"), ("Parameters", "alpha=0.7"), ("Sample", "0.1"));

        Assert.Equal(("dev.health.diabetes", "train", 0, "dev.health.diabetes"), (result.Model.Value, result.EntryPoint, result.CommandExitCode, result.Experiment));
        Assert.Equal(["sh", "train.sh", "0.7", "0.1", "0"], result.Command);
        Assert.Equal("alpha 0.7 sample 0.1\n", File.ReadAllText(Path("pipelines/args.txt")));
        var environment = File.ReadAllLines(Path("pipelines/env.txt"));
        Assert.Contains($"MLFLOW_TRACKING_URI=sqlite:///{Path(".modelops/dev.db")}", environment);
        Assert.Contains("MODELOPS_MODEL=dev.health.diabetes", environment);
        Assert.Contains("MLFLOW_EXPERIMENT_NAME=dev.health.diabetes", environment);
        Assert.Contains("MODELOPS_SAMPLE=0.1", environment);
        Assert.Contains("FEATURE_TOKEN=passed", environment);
        Assert.DoesNotContain(environment, line => line.Contains("t0ken", StringComparison.Ordinal) || line.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_shows_the_command_and_starts_nothing()
    {
        var result = await _lab.DoAsync<TrainResult>("train", ("Model", "diabetes"), ("DryRun", "true"));

        Assert.Equal(["sh", "train.sh", "0.5", "1", "0"], result.Command);
        Assert.Null(result.CommandExitCode);
        Assert.False(File.Exists(Path("pipelines/args.txt")));
        Assert.Equal(HostDiagnostics.DryRun, Assert.Single(_lab.Host.Diagnostics).Descriptor);
    }

    [UnixFact]
    public async Task A_training_that_fails_is_exit_code_3_with_its_result()
    {
        var report = await _lab.RunAsync("train", ("Model", "diabetes"), ("Parameters", "fail=7"));

        Assert.Equal((ExitCode.GateFailed, 7), (report.ExitCode, ((TrainResult)report.Result!).CommandExitCode));
        Assert.Equal(SandboxDiagnostics.TrainingFailed, Assert.Single(report.Diagnostics).Descriptor);
    }

    [UnixFact]
    public async Task A_training_that_takes_too_long_is_ended()
    {
        var report = await _lab.RunAsync("train", ("Model", "diabetes"), ("EntryPoint", "slow"), ("Timeout", "1s"), ("Config", NoParameters()));

        Assert.Equal((ExitCode.GateFailed, (int?)null), (report.ExitCode, ((TrainResult)report.Result!).CommandExitCode));
        Assert.Contains("after 1 seconds", Assert.Single(report.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone", ExitCode.CouldNotRun, "MOP5001")]
    [InlineData("trian", ExitCode.BadInput, "MOP5109")]
    public async Task What_cannot_start_is_said(string entryPoint, ExitCode exitCode, string code)
    {
        var report = await _lab.RunAsync("train", ("Model", "diabetes"), ("EntryPoint", entryPoint), ("Config", NoParameters()));

        Assert.Equal((exitCode, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [Theory]
    [InlineData("churn", "0.5", "0.1", "MOP5113")]
    [InlineData("diabetes", "much", "0.1", "MOP5110")]
    [InlineData("diabetes", "0.5", "0", "MOP0002")]
    [InlineData("diabetes", "0.5", "1.5", "MOP0002")]
    [InlineData("diabetes", "0.5", "-1", "MOP0002")]
    public async Task Bad_input_starts_nothing(string model, string alpha, string sample, string code)
    {
        var report = await _lab.RunAsync("train", ("Model", model), ("Parameters", $"alpha={alpha}"), ("Sample", sample));

        Assert.Equal((ExitCode.BadInput, code), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.False(File.Exists(Path("pipelines/args.txt")));
    }

    [UnixFact]
    public async Task A_pull_request_that_is_not_trusted_gets_no_server_and_no_variable_it_asks_for()
    {
        const string canary = "canary-of-the-store";
        _lab.Environment["GITHUB_ACTIONS"] = "true";
        _lab.Environment["GITHUB_EVENT_NAME"] = "pull_request_target";
        _lab.Environment["GITHUB_REF"] = "refs/heads/main";
        _lab.Environment["FEATURE_TOKEN"] = _lab.Environment["MLFLOW_TRACKING_TOKEN"] = canary;

        var embedded = await _lab.RunAsync("train", ("Model", "diabetes"), ("Environment", "dev"));
        Assert.Equal((ExitCode.Ok, "MOP5008"), (embedded.ExitCode, Assert.Single(embedded.Diagnostics).Code));
        Assert.DoesNotContain(canary, File.ReadAllText(Path("pipelines/env.txt")), StringComparison.Ordinal);
        File.Delete(Path("pipelines/env.txt"));

        Write("server.yml", File.ReadAllText(Path("modelops.yml")).Replace("sqlite:///", "http://127.0.0.1:9/", StringComparison.Ordinal));
        var remote = await _lab.RunAsync("train", ("Model", "diabetes"), ("Environment", "dev"), ("Config", Path("server.yml")));
        Assert.Equal((ExitCode.BadInput, "MOP5114"), (remote.ExitCode, Assert.Single(remote.Diagnostics).Code));
        Assert.False(File.Exists(Path("pipelines/env.txt")));
    }

    [UnixFact]
    public async Task A_secret_that_a_training_prints_is_hidden()
    {
        _lab.Environment["FEATURE_TOKEN"] = "s3cret-of-the-store";
        Write("pipelines/train.sh", "echo \"token $FEATURE_TOKEN\"\n");

        await _lab.DoAsync<TrainResult>("train", ("Model", "diabetes"), ("Environment", "dev"));

        Assert.Equal("token ***", Assert.Single(_lab.Host.Relayed));
    }

    private string NoParameters()
    {
        Write("plain.yml", File.ReadAllText(Path("modelops.yml")).Replace("parameters: {alpha: '0.5'}, ", "", StringComparison.Ordinal));
        return Path("plain.yml");
    }

    private void Write(string file, string text) => File.WriteAllText(Path(file), text);

    private string Path(string file) => System.IO.Path.Combine(_lab.Path, file);
}
