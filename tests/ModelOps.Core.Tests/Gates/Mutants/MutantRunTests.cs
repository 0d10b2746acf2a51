using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Verbs.GatesVerify;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates.Mutants;

/// <summary>What is decided of mutants, with gates of few words.</summary>
public sealed class MutantRunTests
{
    private static readonly Mutant Renamed = Mutate("renamed", "metadata", good => good with { Candidate = good.Candidate with { Description = "bad" } });
    private static readonly Mutant Changed = Mutate("changed", "champion", good => good with { Candidate = good.Candidate with { Predictions = new(Empty) } });
    private static readonly Mutant Impossible = Mutate("impossible", "metadata", _ => null);

    private static PredictionSet Empty => new() { Task = EvaluationTask.Regression, Labels = [], Predictions = [] };

    [Theory]
    [InlineData(GateStatus.Failed, true)]
    [InlineData(GateStatus.CouldNotRun, true)]
    [InlineData(GateStatus.NotEnoughEvidence, true)]
    [InlineData(GateStatus.Passed, false)]
    [InlineData(GateStatus.NotJudged, false)]
    public async Task A_mutant_is_stopped_by_all_but_a_pass(GateStatus status, bool isStopped)
    {
        var report = await RunAsync([Renamed], new FakeGate("metadata", subject => subject.Candidate.Description == "bad" ? status : GateStatus.Passed));
        Assert.Equal(isStopped ? MutantStatus.Stopped : MutantStatus.Survived, report.Outcomes[0].Status);
        Assert.Equal(isStopped ? ["metadata"] : [], report.Outcomes[0].StoppedBy);
        Assert.Equal(isStopped ? ExitCode.Ok : ExitCode.GateFailed, report.ExitCode);
        Assert.Equal(isStopped ? 100 : 0, report.Score);
    }

    [Fact]
    public async Task A_gate_that_throws_stops_a_mutant()
    {
        var gate = new FakeGate("metadata", subject => subject.Candidate.Description == "bad"
            ? throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.Invalid.At("cannot be read"))
            : GateStatus.Passed);
        Assert.Equal(["metadata"], (await RunAsync([Renamed], gate)).Outcomes[0].StoppedBy);
    }

    [Fact]
    public async Task A_mutant_that_another_gate_stops_counts_as_stopped()
    {
        var report = await RunAsync(
            [Renamed], new FakeGate("metadata", _ => GateStatus.Passed), new FakeGate("package", subject => subject.Candidate.Description == "bad" ? GateStatus.Failed : GateStatus.Passed));
        Assert.Equal(["package"], report.Outcomes[0].StoppedBy);
        Assert.Equal(ExitCode.Ok, report.ExitCode);
    }

    [Theory]
    [InlineData(GateStatus.Failed, ExitCode.GateFailed, "MOP7001")]
    [InlineData(GateStatus.CouldNotRun, ExitCode.CouldNotRun, "MOP7002")]
    public async Task A_candidate_that_does_not_pass_proves_nothing(GateStatus status, ExitCode exitCode, string code)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => RunAsync([Renamed], new FakeGate("metadata", _ => status)));
        Assert.Equal(exitCode, failure.ExitCode);
        Assert.Equal(code, Assert.Single(failure.Diagnostics).Code);
    }

    [Fact]
    public async Task A_gate_that_does_not_decide_on_the_good_candidate_stops_only_what_it_fails()
    {
        var undecided = await RunAsync([Renamed], new FakeGate("metadata", _ => GateStatus.NotEnoughEvidence));
        Assert.Equal(MutantStatus.Survived, undecided.Outcomes[0].Status);
        Assert.Equal(["MOP6010", "MOP7005"], undecided.Findings(null).Select(finding => finding.Code));
        var failing = await RunAsync(
            [Renamed], new FakeGate("metadata", subject => subject.Candidate.Description == "bad" ? GateStatus.Failed : GateStatus.NotEnoughEvidence));
        Assert.Equal(MutantStatus.Stopped, failing.Outcomes[0].Status);
        Assert.Equal(["MOP6010"], failing.Findings(null).Select(finding => finding.Code));
    }

    [Fact]
    public async Task A_gate_that_judges_nothing_lets_its_mutants_survive_without_asking_for_more()
    {
        var report = await RunAsync([Renamed, Impossible], new FakeGate("metadata", _ => GateStatus.NotJudged));
        Assert.All(report.Outcomes, outcome => Assert.Equal((MutantStatus.Survived, false), (outcome.Status, outcome.IsRequired)));
        Assert.All(report.Outcomes, outcome => Assert.Contains("judges nothing", outcome.Detail, StringComparison.Ordinal));
        Assert.Equal(0, report.Score);
        Assert.Equal(ExitCode.Ok, report.ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_made_counts_neither_way_and_nothing_made_is_no_pass()
    {
        var gate = new FakeGate("metadata", subject => subject.Candidate.Description == "bad" ? GateStatus.Failed : GateStatus.Passed);
        var both = await RunAsync([Renamed, Impossible], gate);
        Assert.Equal((1, 0, 100.0, ExitCode.Ok), (both.Stopped, both.Survived, both.Score, both.ExitCode));
        Assert.Equal("It is made from a needle.", both.Outcomes[1].Detail);
        var none = await RunAsync([Impossible], gate);
        Assert.Equal(ExitCode.CouldNotRun, none.ExitCode);
        Assert.Equal("MOP7002", Assert.Single(none.Findings(null)).Code);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "renamed", false)]
    [InlineData("renamed", "", true)]
    [InlineData("renamed", "renamed", true)]
    [InlineData("other", "", false)]
    public async Task Required_names_win_over_optional_ones_and_those_over_the_rest(string required, string optional, bool isRequired)
    {
        var verify = new VerifySection { Required = Names(required), Optional = Names(optional) };
        var report = await RunAsync([Renamed], verify, new FakeGate("metadata", _ => GateStatus.Passed));
        Assert.Equal(isRequired, report.Outcomes[0].IsRequired);
        Assert.Equal(isRequired ? ExitCode.GateFailed : ExitCode.Ok, report.ExitCode);
        Assert.Equal(isRequired ? 1 : 0, report.Findings(null).Count(finding => finding.Code == "MOP7005"));
    }

    [Fact]
    public async Task A_small_degradation_may_survive_unless_it_is_named()
    {
        var small = Mutate("small-degradation", "champion", good => good) with { MaySurvive = true };
        var gate = new FakeGate("champion", _ => GateStatus.Passed);
        Assert.Equal(ExitCode.Ok, (await RunAsync([small], gate)).ExitCode);
        Assert.Equal(ExitCode.GateFailed, (await RunAsync([small], new VerifySection { Required = ["small-degradation"] }, gate)).ExitCode);
    }

    [Fact]
    public async Task The_comparison_is_not_repeated_for_mutants_with_the_same_predictions()
    {
        var champion = new FakeGate("champion", subject => subject.Candidate.Predictions.Value is null ? GateStatus.Passed : GateStatus.Failed) { JudgesEvaluationOnly = true };
        var metadata = new FakeGate("metadata", subject => subject.Candidate.Description == "bad" ? GateStatus.Failed : GateStatus.Passed);
        var report = await RunAsync([Renamed, Changed, Renamed], metadata, champion);
        Assert.Equal(2, champion.Calls);
        Assert.Equal(4, metadata.Calls);
        Assert.Equal(["metadata", "champion", "metadata"], report.Outcomes.SelectMany(outcome => outcome.StoppedBy));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_nearest_one()
    {
        var failure = Assert.Throws<ModelOpsException>(() => MutantCatalog.Select(["shuffled-predictons", "nonsense", "stale-digest"]));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        Assert.Equal(2, failure.Diagnostics.Count);
        Assert.Contains("Did you mean 'shuffled-predictions'?", failure.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mutant_has_a_gate_and_a_name_of_its_own()
    {
        Assert.Equal(MutantCatalog.Names.Distinct(), MutantCatalog.Names);
        Assert.Equal(GateSet.All.Select(gate => gate.Name), MutantCatalog.All.Select(mutant => mutant.Gate).Distinct());
    }

    [Fact]
    public async Task Text_from_outside_is_text_in_the_table()
    {
        var gate = new FakeGate("metadata", subject => subject.Candidate.Description == "bad" ? GateStatus.Failed : GateStatus.Passed, "<b>|\n@team ![x](http://x)");
        var markdown = MutantTable.Markdown("models:/<i>x</i>/7", await RunAsync([Renamed], gate));
        Assert.DoesNotContain("<b>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain(" @team", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("![", markdown, StringComparison.Ordinal);
        var row = Assert.Single(markdown.Split('\n'), line => line.Contains("renamed", StringComparison.Ordinal));
        Assert.Equal(7, row.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|'));
    }

    private static Mutant Mutate(string name, string gate, Func<GateCase, GateCase?> make) => new(name, gate, "made bad", "a needle", (good, _, _) => make(good));

    private static string[] Names(string text) => text.Length == 0 ? [] : [text];

    private static Task<MutantReport> RunAsync(IReadOnlyList<Mutant> mutants, params IGate[] gates) => RunAsync(mutants, new VerifySection(), gates);

    private static Task<MutantReport> RunAsync(IReadOnlyList<Mutant> mutants, VerifySection verify, params IGate[] gates) =>
        new MutantRun(gates, SilentProgress.Instance).RunAsync(
            new()
            {
                Model = new() { Name = "churn", Gates = new() { Verify = verify } },
                CheckLimits = new(),
                Today = new(2026, 11, 21),
                Root = "/",
                Candidate = new() { Name = "models:/churn/7" },
            },
            mutants,
            CancellationToken.None);

    private sealed class FakeGate(string name, Func<GateCase, GateStatus> judge, string message = "because") : IGate
    {
        public string Name => name;

        public bool JudgesEvaluationOnly { get; init; }

        public int Calls { get; private set; }

        public GateReport Judge(GateCase subject, CancellationToken cancellationToken)
        {
            Calls++;
            return new([new(name, "check", judge(subject), "1", "2", "", message)]);
        }
    }
}
