using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Champion;
using ModelOps.Core.Gates.Mutants;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Gates.Mutants;

/// <summary>Every mutant against the real gates: its own one stops it, and without that one nobody does.</summary>
public sealed class MutantTests
{
    // Inputs of this model have names; those that go by position have a test of their own.
    private const string Positional = "reordered-inputs";

    public static TheoryData<string> Names => [.. MutantCatalog.Names.Where(name => name != Positional)];

    [Fact]
    public void The_good_candidate_passes_and_every_gate_judges_it()
    {
        using var good = new GoodCase();
        var report = GateRunner.Run(good.Value, CancellationToken.None);
        Assert.Equal("", string.Join("; ", report.Checks.Where(check => check.Status != GateStatus.Passed).Select(check => $"{check.Gate} {check.Check} {check.Status}: {check.Message}")));
        Assert.Equal(GateSet.All.Select(gate => gate.Name), report.Checks.Select(check => check.Gate).Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_all_gates_a_mutant_is_required_and_its_gate_is_among_those_that_stop_it(string name)
    {
        using var good = new GoodCase();
        var outcome = await RunAsync(good.Value, name);
        Assert.Equal(MutantStatus.Stopped, outcome.Status);
        Assert.Contains(outcome.Mutant.Gate, outcome.StoppedBy);
        Assert.NotEqual("", outcome.Detail);
        Assert.Equal(name != "small-degradation", outcome.IsRequired);
    }

    [Theory]
    [InlineData("missing-tag")]
    [InlineData("wrong-tag")]
    [InlineData("short-description")]
    [InlineData("empty-card-section")]
    [InlineData("unpinned-dependency")]
    [InlineData("foreign-channel")]
    [InlineData("missing-file")]
    [InlineData("stale-digest")]
    [InlineData("dropped-column")]
    [InlineData("narrowed-type")]
    [InlineData("new-required-input")]
    [InlineData("oversized")]
    [InlineData("slow-load")]
    [InlineData("inflated-latency")]
    [InlineData("drifted-inputs")]
    [InlineData("missing-inputs")]
    public async Task What_does_not_touch_predictions_is_stopped_by_no_other_gate(string name)
    {
        using var good = new GoodCase();
        var outcome = await RunAsync(good.Value, name);
        Assert.Equal([outcome.Mutant.Gate], outcome.StoppedBy);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_gate_alone_stops_it(string name)
    {
        using var good = new GoodCase();
        var outcome = await RunAsync(good.With(GoodCase.Only(GateOf(name))), name);
        Assert.Equal([GateOf(name)], outcome.StoppedBy);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Without_gates_it_survives_and_the_score_falls(string name)
    {
        if (GateOf(name) == "digest")
        {
            return;
        }

        using var good = new GoodCase();
        var report = await new MutantRun(GateSet.All, SilentProgress.Instance).RunAsync(
            good.With(GoodCase.NoGates), MutantCatalog.Select([name]), CancellationToken.None);
        var outcome = Assert.Single(report.Outcomes);
        Assert.Equal(MutantStatus.Survived, outcome.Status);
        Assert.StartsWith("The gate judges nothing", outcome.Detail, StringComparison.Ordinal);
        Assert.False(outcome.IsRequired);
        Assert.Equal(0, report.Score);
    }

    [Fact]
    public async Task Inputs_by_position_that_change_places_are_stopped_by_the_signature_gate()
    {
        using var good = new GoodCase(changeFiles: directory => Replace(
            directory, inputs: """[{"type": "double", "required": true}, {"type": "string", "required": true}, {"type": "double", "required": true}]"""));
        var outcome = await RunAsync(good.With(GoodCase.Only("signature")), Positional);
        Assert.Equal(["signature"], outcome.StoppedBy);
    }

    [Theory]
    [InlineData("""[{"type": "double", "required": true}, {"type": "double", "required": true}]""")]
    [InlineData("""[{"type": "double", "name": "a", "required": true}, {"type": "string", "name": "b", "required": true}]""")]
    public async Task Inputs_whose_order_does_not_matter_are_not_reordered(string inputs)
    {
        using var good = new GoodCase(changeFiles: directory => Replace(directory, inputs));
        var outcome = await RunAsync(good.With(GoodCase.Only("signature")), Positional);
        Assert.Equal(MutantStatus.NotMade, outcome.Status);
    }

    [Theory]
    [InlineData("2.x-iris-classifier", "dropped-column")]
    [InlineData("2.x-iris-classifier", "narrowed-type")]
    [InlineData("2.x-iris-classifier", "new-required-input")]
    [InlineData("2.x-iris-classifier", "removed-signature")]
    [InlineData("3.x-tensor-classifier", "narrowed-type")]
    [InlineData("3.x-tensor-classifier", "removed-signature")]
    public async Task Signatures_of_other_models_are_broken_too(string model, string name)
    {
        using var good = new GoodCase(model);
        var outcome = await RunAsync(good.With(GoodCase.Only("signature")), name);
        Assert.Equal(["signature"], outcome.StoppedBy);
    }

    [Fact]
    public async Task A_signature_that_is_in_block_style_and_last_is_broken_too()
    {
        using var good = new GoodCase(changeFiles: directory => File.WriteAllText(
            Path.Combine(directory, "MLmodel"),
            "flavors:\n  python_function:\n    loader_module: mlflow.sklearn\n# a comment\nsignature:\n  outputs: '[{\"type\": \"long\"}]'\n  inputs: >-\n"
            + "    [{\"type\": \"long\", \"name\": \"a\"},\n    {\"type\": \"string\", \"name\": \"it's\"}]\n"));
        foreach (var name in new[] { "dropped-column", "narrowed-type", "new-required-input", "removed-signature" })
        {
            var outcome = await RunAsync(good.With(GoodCase.Only("signature")), name);
            Assert.Equal(["signature"], outcome.StoppedBy);
        }
    }

    [Theory]
    [InlineData(EvaluationTask.Regression)]
    [InlineData(EvaluationTask.Multiclass)]
    [InlineData(EvaluationTask.Ranking)]
    public async Task Predictions_of_every_task_are_made_bad(EvaluationTask task)
    {
        string[] names = ["worse-than-threshold", "inverted-slice", "shuffled-predictions", "constant-predictions", "small-degradation", "champion-relabelled", "missing-rows", "duplicate-rows"];
        names = task == EvaluationTask.Multiclass ? [.. names, "overconfident-probabilities"] : names;
        var report = await new MutantRun(GateSet.All, SilentProgress.Instance).RunAsync(TaskCase.Of(task), MutantCatalog.Select(names), CancellationToken.None);
        Assert.Equal(names.Length, report.Outcomes.Count);
        Assert.All(report.Outcomes, outcome => Assert.Contains(outcome.Mutant.Gate, outcome.StoppedBy));
    }

    [Fact]
    public async Task A_first_version_is_held_against_a_heuristic()
    {
        using var good = new GoodCase();
        var heuristic = good.Value.Champion!.Predictions;
        var first = good.With(GoodCase.NoGates with { Champion = new() { Metric = "roc_auc", Resamples = 500, Baseline = new() { Kind = BaselineKind.Predictions, Predictions = "heuristic.csv" } } });
        foreach (var name in new[] { "shuffled-predictions", "constant-predictions", "small-degradation", "champion-relabelled", "missing-rows", "duplicate-rows" })
        {
            Assert.Equal(["champion"], (await RunAsync(first with { Champion = null, Baseline = heuristic }, name)).StoppedBy);
        }
    }

    private static string GateOf(string name) => MutantCatalog.Select([name])[0].Gate;

    private static async Task<MutantOutcome> RunAsync(GateCase good, string name) =>
        Assert.Single((await new MutantRun(GateSet.All, SilentProgress.Instance).RunAsync(good, MutantCatalog.Select([name]), CancellationToken.None)).Outcomes);

    private static void Replace(string directory, string inputs)
    {
        var file = Path.Combine(directory, "MLmodel");
        var text = File.ReadAllText(file);
        var (start, end) = (text.IndexOf("  inputs: '", StringComparison.Ordinal), text.IndexOf("  outputs:", StringComparison.Ordinal));
        File.WriteAllText(file, $"{text[..start]}  inputs: '{inputs}'\n{text[end..]}");
    }
}
