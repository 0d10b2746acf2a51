using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

public sealed class EvaluationCommandTests : IDisposable
{
    private readonly GatheringLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task The_command_gets_the_model_the_data_and_the_files_to_write_as_words_and_as_variables()
    {
        _lab.Write("predict.sh", """
            printf '%s\n' "$1" "$2" "$3" "$4" "$MODEL_URI" "$MODELOPS_MODEL_VERSION" "$MODELOPS_DATA" > words
            echo "y,p" > "$MODELOPS_PREDICTIONS"
            echo '{"profit": 1}' > "$MODELOPS_METRICS"
            """);
        var files = await _lab.EvaluateAsync(GatheringLab.Evaluation("sh predict.sh {model} {data} {predictions} {metrics}"));

        Assert.Equal("y,p\n", File.ReadAllText(files.Predictions));
        Assert.Equal(
            [_lab.File("model"), _lab.File("data.csv"), files.Predictions, files.Metrics!, _lab.File("model"), "models:/churn/7", _lab.File("data.csv")],
            File.ReadAllLines(_lab.File("words")));
    }

    [UnixFact]
    public async Task The_command_runs_in_its_directory_and_writes_the_format_of_its_section()
    {
        _lab.Write("pipelines/predict.sh", "pwd -P > where; echo '{}' > \"$MODELOPS_PREDICTIONS\"");
        var files = await _lab.EvaluateAsync(GatheringLab.Evaluation("sh predict.sh") with { Directory = "pipelines", Format = "jsonl" });

        Assert.EndsWith("/pipelines", File.ReadAllText(_lab.File("pipelines/where")).TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(".jsonl", Path.GetExtension(files.Predictions));
    }

    [UnixFact]
    public async Task Secrets_reach_neither_the_command_nor_the_log_and_a_log_command_is_only_text()
    {
        _lab.Environment["GITHUB_TOKEN"] = "canary-of-github";
        _lab.Environment["MLFLOW_TRACKING_URI"] = "http://user:canary-of-server@mlflow";
        _lab.Write("predict.sh", "env > dump; echo '::error::canary-of-github'; echo '##vso[task.complete]' >&2; echo y > \"$MODELOPS_PREDICTIONS\"");
        await _lab.EvaluateAsync(GatheringLab.Evaluation("sh predict.sh"));

        Assert.DoesNotContain("canary", File.ReadAllText(_lab.File("dump")), StringComparison.Ordinal);
        Assert.Contains("::error::***", _lab.Relayed);
        Assert.DoesNotContain(_lab.Relayed, line => line.Contains("canary", StringComparison.Ordinal));
    }

    [UnixTheory]
    [InlineData(false, "")]
    [InlineData(true, "MOP5008")]
    public async Task Variables_that_an_untrusted_pull_request_asks_for_are_not_passed_and_that_is_said_once(bool isUntrusted, string codes)
    {
        _lab.Environment["FEATURE_STORE_TOKEN"] = "canary-of-store";
        _lab.Write("predict.sh", "env > dump; echo y > \"$MODELOPS_PREDICTIONS\"");
        var section = GatheringLab.Evaluation("sh predict.sh") with { PassEnvironment = ["FEATURE_STORE_TOKEN"] };
        await _lab.EvaluateAsync(section, new() { IsUntrusted = isUntrusted });

        Assert.Equal(!isUntrusted, File.ReadAllText(_lab.File("dump")).Contains("canary", StringComparison.Ordinal));
        Assert.Equal(codes, _lab.Codes);
    }

    [UnixTheory]
    [InlineData("exit 3", "exit code 3")]
    [InlineData("true", "there is no file")]
    [InlineData("ln -s /etc/passwd \"$MODELOPS_PREDICTIONS\"", "there is a link")]
    [InlineData("truncate -s 4097M \"$MODELOPS_PREDICTIONS\"", "there is a file of more than 4096 MiB")]
    [InlineData("mkdir \"$MODELOPS_PREDICTIONS\"", "there is a directory")]
    [InlineData("mkfifo \"$MODELOPS_PREDICTIONS\"", "there is a pipe or a device")]
    public async Task A_command_that_makes_no_predictions_is_a_check_that_could_not_run(string script, string expected)
    {
        _lab.Write("predict.sh", script);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => _lab.EvaluateAsync(GatheringLab.Evaluation("sh predict.sh")));

        Assert.Equal((ExitCode.CouldNotRun, "MOP6012"), (failure.ExitCode, Assert.Single(failure.Diagnostics).Code));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains("models:/churn/7", failure.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_command_that_hangs_is_ended_with_all_that_it_started()
    {
        _lab.Write("predict.sh", "sleep 300 & echo $! > child; sleep 300");
        var section = GatheringLab.Evaluation("sh predict.sh") with { Timeout = Duration.Parse("5s") };
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => _lab.EvaluateAsync(section));

        Assert.Equal("MOP6012", Assert.Single(failure.Diagnostics).Code);
        Assert.Contains("after 5 seconds", failure.Message, StringComparison.Ordinal);
        Assert.False(GatheringLab.IsAlive(File.ReadAllText(_lab.File("child")).Trim()));
    }

    [LinuxFact]
    public async Task What_a_command_leaves_running_cannot_change_its_predictions_later()
    {
        _lab.Write("predict.sh", "sleep 300 & echo $! > child; echo y > \"$MODELOPS_PREDICTIONS\"");
        await _lab.EvaluateAsync(GatheringLab.Evaluation("sh predict.sh"));

        Assert.False(GatheringLab.IsAlive(File.ReadAllText(_lab.File("child")).Trim()));
    }

    [UnixFact]
    public async Task A_program_or_directory_that_is_not_there_is_named()
    {
        var noProgram = await Assert.ThrowsAsync<ModelOpsException>(() => _lab.EvaluateAsync(GatheringLab.Evaluation("no-such-program")));
        var noDirectory = await Assert.ThrowsAsync<ModelOpsException>(
            () => _lab.EvaluateAsync(GatheringLab.Evaluation("sh predict.sh") with { Directory = "nowhere" }));

        Assert.Equal(["MOP5001", "MOP0004"], [noProgram.Diagnostics[0].Code, noDirectory.Diagnostics[0].Code]);
        Assert.Contains("'no-such-program'", noProgram.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", noDirectory.Message, StringComparison.Ordinal);
    }
}
