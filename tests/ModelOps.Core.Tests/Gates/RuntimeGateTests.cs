using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Runtime;

namespace ModelOps.Core.Tests.Gates;

public sealed class RuntimeGateTests : IDisposable
{
    private const double MiB = 1024 * 1024;
    private readonly GateLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData(0, GateStatus.Passed)]
    [InlineData(1, GateStatus.Failed)]
    [InlineData(-1, GateStatus.Passed)]
    public void The_size_is_judged_to_the_byte(int more, GateStatus expected)
    {
        const int Size = 1_048_576;
        var model = _lab.Model(path => Fill(path, Size + more));

        var check = Assert.Single(Judge(new() { MaxSizeMb = 1 }, model));

        Assert.Equal(("size", expected, "<= 1 MiB"), (check.Check, check.Status, check.Limit));
        Assert.Equal(more == 0, check.Value == "1 MiB");
    }

    [Fact]
    public void The_size_is_shown_beside_the_champions() =>
        Assert.Equal("3 MiB", Assert.Single(Judge(new() { MaxSizeMb = 9 }, _lab.Model(), _lab.Model(path => Fill(path, (int)(3 * MiB))))).Previous);

    [Theory]
    [InlineData("load", 2.0, GateStatus.Passed)]
    [InlineData("load", 1.99, GateStatus.Failed)]
    [InlineData("p50", 50.0, GateStatus.Passed)]
    [InlineData("p50", 49.9, GateStatus.Failed)]
    [InlineData("p95", 95.0, GateStatus.Passed)]
    [InlineData("p95", 94.9, GateStatus.Failed)]
    [InlineData("p99", 99.0, GateStatus.Passed)]
    [InlineData("p99", 98.9, GateStatus.Failed)]
    public void Times_are_judged_up_to_the_limit(string check, double limit, GateStatus expected)
    {
        var found = Assert.Single(Judge(Limit(check, limit), Measured(2.0, [.. Enumerable.Range(1, 100).Select(index => (double)index)])));

        Assert.Equal((check, expected), (found.Check, found.Status));
    }

    [Fact]
    public void Previous_is_what_the_champion_does_now_else_what_it_did_when_it_was_validated()
    {
        var earlier = GateLab.Nothing("champion") with { EarlierValues = new Dictionary<string, string> { ["runtime/p95"] = "31 ms" } };

        Assert.Equal("12 ms", Assert.Single(Judge(Limit("p95", 99), Measured(1, [5]), Measured(1, [12]) with { EarlierValues = earlier.EarlierValues })).Previous);
        Assert.Equal("31 ms", Assert.Single(Judge(Limit("p95", 99), Measured(1, [5]), earlier)).Previous);
    }

    [Fact]
    public void Without_a_measurement_it_cannot_run()
    {
        var missing = GateLab.Nothing() with { Runtime = Evidence<RuntimeMeasurement>.Unavailable("the scoring command ended with exit code 1") };

        Assert.Equal([GateStatus.CouldNotRun, GateStatus.CouldNotRun], Judge(new() { MaxLoadSeconds = 1, MaxSizeMb = 1 }, missing).Select(check => check.Status));
        Assert.Contains(Judge(Limit("load", 1), missing), check => check.Message == "the scoring command ended with exit code 1");
    }

    [Fact]
    public void Without_a_second_answer_there_is_no_latency() =>
        Assert.Equal(GateStatus.CouldNotRun, Assert.Single(Judge(Limit("p50", 9), Measured(1, []))).Status);

    [Fact]
    public void Nothing_asked_is_not_judged() => Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(null, Measured(1, [5]))).Status);

    private static RuntimeGateSection Limit(string check, double limit) => check switch
    {
        "load" => new() { MaxLoadSeconds = limit },
        "p50" => new() { MaxP50Ms = limit },
        "p95" => new() { MaxP95Ms = limit },
        _ => new() { MaxP99Ms = limit },
    };

    private static ModelEvidence Measured(double load, double[] latencies) =>
        GateLab.Nothing() with { Runtime = new(new RuntimeMeasurement(load, latencies)) };

    private static void Fill(string path, int size)
    {
        var others = Directory.EnumerateFiles(path).Where(file => Path.GetFileName(file) != "model.pkl").Sum(file => new FileInfo(file).Length);
        File.WriteAllBytes(Path.Combine(path, "model.pkl"), new byte[size - others]);
    }

    private static IReadOnlyList<GateCheck> Judge(RuntimeGateSection? limits, ModelEvidence candidate, ModelEvidence? champion = null) =>
        GateLab.Judge(new RuntimeGate(), GateLab.Case(new() { Runtime = limits }, candidate, champion));
}
