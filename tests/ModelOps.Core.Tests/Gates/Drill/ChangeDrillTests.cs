using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Core.Judging;
using ModelOps.Core.Sections;
using ModelOps.Core.Tests.Gates.Mutants;
using ModelOps.Core.Yaml;
using ModelOps.Evaluation;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Tests.Gates.Drill;

/// <summary>What it takes to add a gate on predictions: its room and one line in a list, beside its key in <see cref="GatesSection"/>.</summary>
public sealed class ChangeDrillTests
{
    private static readonly IReadOnlyList<GateRoom> Rooms = [.. GateRooms.All, new SpreadRoom(2)];

    [Fact]
    public void A_gate_on_the_list_judges_and_is_shown_where_it_stands()
    {
        using var good = new GoodCase();
        var report = GateRunner.Run(GateSet.Of(Rooms), good.Value, CancellationToken.None);

        Assert.Equal(Rooms.Select(room => room.Name), report.Checks.Select(check => check.Gate).Distinct());
        Assert.Equal(GateStatus.Passed, report.StatusOf("spread"));
    }

    [Fact]
    public void It_gets_the_evidence_that_it_asks_for()
    {
        Assert.False(EvidenceNeeds.Of(GoodCase.NoGates).Evaluation);
        Assert.True(EvidenceNeeds.Of(Rooms, GoodCase.NoGates).Predictions);
    }

    [Fact]
    public void It_gets_its_columns_beside_those_of_other_gates()
    {
        var needs = EvidenceNeeds.Of(Rooms, GoodCase.NoGates with { Slices = GoodCase.AllGates.Slices });
        var columns = ColumnChoice.Of(needs, new() { Task = EvaluationTask.Binary, Columns = new() { Label = "y", Prediction = "p" } });

        Assert.Equal(["plan", SpreadRoom.Column], columns.Slices);
        Assert.Equal("customer", columns.Cluster);
    }

    [Fact]
    public async Task Its_mutants_are_made_and_it_stops_them()
    {
        using var good = new GoodCase();
        var mutant = Assert.Single(MutantCatalog.Of(Rooms), mutant => mutant.Gate == "spread");
        var report = await new MutantRun(GateSet.Of(Rooms), SilentProgress.Instance).RunAsync(good.With(GoodCase.NoGates), [mutant], CancellationToken.None);

        var outcome = Assert.Single(report.Outcomes);
        Assert.Equal((MutantStatus.Stopped, "spread", true), (outcome.Status, Assert.Single(outcome.StoppedBy), outcome.IsRequired));
    }

    [Fact]
    public void Its_rules_are_checked_with_those_between_gates()
    {
        var gates = GoodCase.NoGates with { Slices = new() { By = ["region:bins(0,5)"], Rules = [new() { Metric = "accuracy", Min = 0.5 }] }, Verify = new() { Required = ["flat-predictions"] } };
        var problems = new List<Diagnostic>();
        var root = (YamlMappingNode)SafeYaml.Parse("spread: {least: -1, metric: x}\nverify: {required: [flat-predictions]}\n", "modelops.yml", ConfigurationDiagnostics.Malformed, problems)!;
        var facts = new EvaluationFacts(EvaluationTask.Binary, PredictedOutputs.Values, HasWeights: false, HasCommand: true);
        GateRules.Check([.. GateRooms.All, new SpreadRoom(-1)], new(gates, new SectionPlace(root, "modelops.yml", problems), facts, []));

        Assert.Equal(
            ["Expected 0 or more for least.", "no_such_metric", "The column 'region' is cut in two ways: use the same bins everywhere."],
            problems.Select(problem => problem.Message.Contains("no_such_metric", StringComparison.Ordinal) ? "no_such_metric" : problem.Message));
    }
}
