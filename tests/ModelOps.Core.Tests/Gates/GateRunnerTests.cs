using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;

namespace ModelOps.Core.Tests.Gates;

public sealed class GateRunnerTests
{
    private static readonly GateCase Subject = GateLab.Case(new(), GateLab.Nothing());

    [Fact]
    public void The_gates_are_these_in_this_order() => Assert.Equal(
        ["digest", "metadata", "package", "signature", "metrics", "slices", "fairness", "runtime", "data", "champion"],
        GateSet.All.Select(gate => gate.Name));

    [Fact]
    public void Every_gate_says_something_of_a_model_of_which_nothing_is_known()
    {
        var report = GateRunner.Run(Subject, CancellationToken.None);

        Assert.Equal(GateSet.All.Select(gate => gate.Name), report.Checks.Select(check => check.Gate).Distinct());
        Assert.All(report.Checks, check => Assert.Matches(@"\A[A-Z].*\.\z", check.Message));
        Assert.Equal(GateStatus.CouldNotRun, report.Status);
        Assert.DoesNotContain(report.Checks, check => check.Status == GateStatus.Passed);
    }

    [Fact]
    public void A_gate_that_fails_to_run_keeps_no_other_from_running_and_is_no_pass()
    {
        var failure = new ModelOpsException(ExitCode.BadInput, [EvaluationDiagnostics.UnknownMetric.At("no such metric."), EvaluationDiagnostics.Undefined.At("no value.")]);
        var report = GateRunner.Run([new FakeGate("a", _ => throw failure), new FakeGate("b", checks => [checks.Passed("x")])], Subject, CancellationToken.None);

        Assert.Equal([("a", GateStatus.CouldNotRun), ("b", GateStatus.Passed)], report.Checks.Select(check => (check.Gate, check.Status)));
        Assert.Equal("MOP6005: no such metric. MOP6006: no value.", report.Checks[0].Message);
        Assert.Equal(GateStatus.CouldNotRun, report.Status);
    }

    [Fact]
    public void A_gate_that_says_nothing_is_no_pass() =>
        Assert.Equal(GateStatus.CouldNotRun, GateRunner.Run([new FakeGate("a", _ => [])], Subject, CancellationToken.None).Status);

    [Fact]
    public void A_defect_is_not_taken_for_a_verdict() => Assert.Throws<InvalidOperationException>(
        () => GateRunner.Run([new FakeGate("a", _ => throw new InvalidOperationException("defect"))], Subject, CancellationToken.None));

    [Fact]
    public void A_cancelled_run_ends_between_gates()
    {
        using var source = new CancellationTokenSource();
        var gates = new[] { new FakeGate("a", checks => { source.Cancel(); return [checks.Passed("x")]; }), new FakeGate("b", _ => throw new InvalidOperationException("ran")) };

        Assert.Throws<OperationCanceledException>(() => GateRunner.Run(gates, Subject, source.Token));
    }

    [Fact]
    public void Of_many_checks_the_worst_are_shown_and_none_is_lost_for_the_status()
    {
        var checks = new GateChecks("slices");
        GateCheck[] many = [.. Enumerable.Range(0, 60).Select(index => checks.Passed($"p{index}")), checks.CouldNotRun("c", "why"), checks.Failed("f", "why")];

        var bound = CheckList.Bound(many);

        Assert.Equal(CheckList.MaxShown, bound.Count);
        Assert.Equal(["f", "c", "p0"], bound.Take(3).Select(check => check.Check));
        Assert.Equal(("23 more checks", GateStatus.Passed, "Not shown: 23 passed."), (bound[^1].Check, bound[^1].Status, bound[^1].Message));
    }

    [Fact]
    public void When_more_fail_than_are_shown_the_rest_fails_too()
    {
        var checks = new GateChecks("slices");
        var bound = CheckList.Bound([.. Enumerable.Range(0, CheckList.MaxShown + 1).Select(index => checks.Failed($"f{index}", "why"))]);

        Assert.Equal((GateStatus.Failed, "2 more checks"), (bound[^1].Status, bound[^1].Check));
    }

    private sealed class FakeGate(string name, Func<GateChecks, IReadOnlyList<GateCheck>> judge) : IGate
    {
        public string Name => name;

        public GateReport Judge(GateCase subject, CancellationToken cancellationToken) => new(judge(new(name)));
    }
}
