using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Runtime;
using ModelOps.Core.Gathering;
using ModelOps.Core.Gathering.Runtime;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

public sealed class ScoringProcessTests : IDisposable
{
    private readonly GatheringLab _lab = new();

    public ScoringProcessTests() => _lab.Write("requests.jsonl", "{\"x\": 1}\n\n{\"x\": 2}\n{\"x\": 3}\n");

    public void Dispose() => _lab.Dispose();

    [UnixFact]
    public async Task Every_request_is_sent_when_the_one_before_is_answered()
    {
        _lab.Write("score.sh", "echo loading >&2; while read -r line; do echo \"$line\" >> seen; echo \"[$MODELOPS_MODEL_VERSION]\"; done; echo end >> seen");
        var measured = await MeasureAsync(new() { Run = "sh score.sh {model}", Requests = "requests.jsonl", Repeat = 2 });

        Assert.True(measured.LoadSeconds > 0);
        Assert.Equal(5, measured.LatenciesMs.Count);
        Assert.All(measured.LatenciesMs, latency => Assert.True(latency > 0));
        Assert.Equal(["{\"x\": 1}", "{\"x\": 2}", "{\"x\": 3}", "{\"x\": 1}", "{\"x\": 2}", "{\"x\": 3}", "end"], File.ReadAllLines(_lab.File("seen")));
        Assert.Contains("loading", _lab.Relayed);
    }

    [UnixFact]
    public async Task The_command_runs_in_its_directory_and_gets_the_variables_that_it_asks_for()
    {
        _lab.Environment["STORE_TOKEN"] = "of the store";
        _lab.Environment["OTHER_TOKEN"] = "of another";
        _lab.Write("pipelines/score.sh", "echo \"$STORE_TOKEN $OTHER_TOKEN\" > variables; while read -r line; do echo; done");
        await MeasureAsync(new() { Run = "sh score.sh", Directory = "pipelines", PassEnvironment = ["STORE_TOKEN"], Requests = "requests.jsonl" });

        Assert.Equal("of the store", File.ReadAllText(_lab.File("pipelines/variables")).Trim());
    }

    [UnixFact]
    public async Task A_slow_start_counts_as_load_and_not_as_latency()
    {
        _lab.Write("score.sh", "sleep 0.5; while read -r line; do echo; done");
        var measured = await MeasureAsync(new() { Run = "sh score.sh", Requests = "requests.jsonl" });

        Assert.True(measured.LoadSeconds >= 0.5, $"{measured.LoadSeconds}");
        Assert.Equal(2, measured.LatenciesMs.Count);
    }

    [UnixTheory]
    [InlineData("while read -r line; do echo a; echo b; done", "expected one answer for each line")]
    [InlineData("while read -r line; do echo a; done; echo more", "more lines than it got requests")]
    [InlineData("read -r line; echo a; exit 4", "ended with exit code 4 before it had answered")]
    [InlineData("exit 0", "ended with exit code 0 before it had answered")]
    [InlineData("while read -r line; do echo a; done; exit 5", "ended with exit code 5")]
    public async Task A_command_that_does_not_answer_line_by_line_is_no_measurement(string script, string expected)
    {
        _lab.Write("score.sh", script);
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MeasureAsync(new() { Run = "sh score.sh", Requests = "requests.jsonl" }));

        Assert.Equal((ExitCode.CouldNotRun, "MOP6012"), (failure.ExitCode, Assert.Single(failure.Diagnostics).Code));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("sleep 300 & echo $! > child; sleep 300")]
    [InlineData("sleep 300 & echo $! > child; read -r line; echo a; sleep 300")]
    public async Task A_command_that_never_answers_is_ended_with_all_that_it_started(string script)
    {
        _lab.Write("score.sh", script);
        _lab.Write("requests.jsonl", string.Concat(Enumerable.Repeat(new string('x', 300_000) + "\n", 2)));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(
            () => MeasureAsync(new() { Run = "sh score.sh", Requests = "requests.jsonl", Timeout = Duration.Parse("5s") }));

        Assert.Equal("MOP6012", Assert.Single(failure.Diagnostics).Code);
        Assert.Contains("after 5 seconds", failure.Message, StringComparison.Ordinal);
        Assert.False(GatheringLab.IsAlive(File.ReadAllText(_lab.File("child")).Trim()));
    }

    [UnixFact]
    public async Task Cancellation_ends_the_command_and_is_no_verdict()
    {
        _lab.Write("score.sh", "echo started >&2; sleep 300");
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => MeasureAsync(new() { Run = "sh score.sh", Requests = "requests.jsonl" }, cancel.Token));
    }

    [UnixTheory]
    [InlineData("none.jsonl", "expected a file")]
    [InlineData("empty.jsonl", "has no request")]
    [InlineData("pipe.jsonl", "expected a file")]
    public async Task Requests_that_are_not_there_are_named(string requests, string expected)
    {
        _lab.Write("empty.jsonl", "\n \n");
        GatheringLab.MakePipe(_lab.File("pipe.jsonl"));
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => MeasureAsync(new() { Run = "sh score.sh", Requests = requests }));

        Assert.Equal("MOP0004", Assert.Single(failure.Diagnostics).Code);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private Task<RuntimeMeasurement> MeasureAsync(RuntimeGateSection section, CancellationToken cancellationToken = default)
    {
        var need = new RuntimeRoom().NeedsOf(new() { Runtime = section }).Scoring!;
        return new RuntimeEvidence(_lab.Starter(), _lab.Root).MeasureAsync(need, TeamCommand.Of(need)!, _lab.File("model"), "models:/churn/7", cancellationToken);
    }
}
