using System.Globalization;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.Compare;
using ModelOps.Evaluation.Comparison;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Verbs.Compare;

public sealed class CompareTests : IDisposable
{
    private static readonly (string Name, string Value)[] Challenger =
        [("ChallengerPredictions", "good.csv"), ("Task", "binary"), ("Label", "y"), ("Probability", "s"), ("Key", "id"), ("Resamples", "400")];

    private static readonly (string Name, string Value)[] Both = [.. Challenger, ("ChampionPredictions", "poor.csv")];

    private readonly ReleaseLab _lab = new();

    public CompareTests()
    {
        Write("good.csv", seed: 2, noise: 0.9, reversed: false);
        Write("poor.csv", seed: 3, noise: 1.4, reversed: true);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_better_challenger_is_promoted_by_two_files_alone()
    {
        var report = await _lab.RunAsync("compare", Both);
        var result = (CompareResult)report.Result!;
        Assert.Equal(ExitCode.Ok, report.ExitCode);
        Assert.Equal((ComparisonVerdict.Better, Decision.Promote, "roc_auc", 300, false, false), (result.Verdict, result.Decision, result.PrimaryMetric, result.Rows, result.Identical, result.IsBaseline));
        Assert.True(result.Lower > 0 && result.Lower < result.Effect && result.Effect < result.Upper && result.P < 0.05);
        Assert.Equal(result.Challenger - result.Champion, result.Effect, 1e-12);
        Assert.Equal(0, result.MoreRows);
        Assert.Single(result.Comparisons);
        Assert.Empty(report.Diagnostics);
        Assert.StartsWith("## \u2705 Passed: the challenger may become champion\n\n**good.csv against poor.csv**\n\nThe challenger is better on roc_auc", Assert.Single(_lab.Host.Summaries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repetition_gives_the_same_numbers_and_another_seed_does_not()
    {
        var first = await _lab.DoAsync<CompareResult>("compare", Both);
        Assert.Equal(first.Comparisons, (await _lab.DoAsync<CompareResult>("compare", Both)).Comparisons);
        Assert.NotEqual(first.Comparisons, (await _lab.DoAsync<CompareResult>("compare", [.. Both, ("Seed", "18")])).Comparisons);
    }

    [Fact]
    public async Task A_worse_challenger_is_rejected()
    {
        var report = await _lab.RunAsync("compare", [.. Challenger.Skip(1), ("ChallengerPredictions", "poor.csv"), ("ChampionPredictions", "good.csv")]);
        Assert.Equal((ExitCode.GateFailed, Decision.Reject, "MOP6009"), (report.ExitCode, ((CompareResult)report.Result!).Decision, Assert.Single(report.Diagnostics).Code));
    }

    [Theory]
    [InlineData("keep", 8, Decision.Keep)]
    [InlineData("canary", 0, Decision.Canary)]
    [InlineData("approve", 4, Decision.Approve)]
    [InlineData("fail", 3, Decision.Reject)]
    public async Task The_policy_decides_where_the_rows_do_not(string policy, int exitCode, Decision decision)
    {
        Write("other.csv", seed: 4, noise: 0.92, reversed: false);
        var report = await _lab.RunAsync("compare", [.. Challenger, ("ChampionPredictions", "other.csv"), ("NotEnoughEvidence", policy)]);
        var result = (CompareResult)report.Result!;
        Assert.Equal(((ExitCode)exitCode, decision, ComparisonVerdict.NotEnoughEvidence), (report.ExitCode, result.Decision, result.Verdict));
        Assert.Equal("MOP6010", Assert.Single(report.Diagnostics).Code);
        Assert.True(result.MoreRows > 0);
    }

    [Theory]
    [InlineData("false", "superior", 3, "MOP6008")]
    [InlineData("true", "superior", 8, "MOP6010")]
    [InlineData("true", "equivalent", 0, null)]
    public async Task A_model_compared_with_itself_is_flagged(string allowed, string hypothesis, int exitCode, string? code)
    {
        (string, string)[] tolerance = hypothesis == "superior" ? [] : [("Tolerance", "0.01")];
        var report = await _lab.RunAsync("compare", [.. Challenger, ("ChampionPredictions", "good.csv"), ("AllowIdentical", allowed), ("Hypothesis", hypothesis), .. tolerance]);
        Assert.True(((CompareResult)report.Result!).Identical);
        Assert.Equal(((ExitCode)exitCode, code), (report.ExitCode, report.Diagnostics.SingleOrDefault()?.Code));
    }

    [Fact]
    public async Task Without_champion_the_constant_baseline_has_to_be_beaten()
    {
        var result = await _lab.DoAsync<CompareResult>("compare", Challenger);
        Assert.Equal((true, 0.5, Decision.Promote), (result.IsBaseline, result.Champion, result.Decision));
    }

    [Fact]
    public async Task The_model_of_the_configuration_says_what_the_call_does_not()
    {
        Configure("{metric: pr_auc, resamples: 300, hypothesis: non-inferior, tolerance: 0.2, also: [{metric: brier, not_worse_by: 0.01}]}");
        var result = await _lab.DoAsync<CompareResult>("compare", ("ChallengerPredictions", "good.csv"), ("ChampionPredictions", "poor.csv"), ("Model", "diabetes"));
        Assert.Equal("pr_auc", result.PrimaryMetric);
        Assert.Equal(["pr_auc", "brier"], result.Comparisons.Select(row => row.Metric));
        Assert.Null(result.Comparisons[1].AdjustedP);
    }

    [Theory]
    [InlineData("0.1", 0, Decision.Promote)]
    [InlineData("0.49", 3, Decision.Reject)]
    public async Task The_baseline_has_to_be_beaten_by_the_amount_of_the_configuration(string amount, int exitCode, Decision decision)
    {
        Configure($"{{metric: roc_auc, hypothesis: non-inferior, tolerance: 0.3, baseline: {{must_beat_by: {amount}}}}}");
        var report = await _lab.RunAsync("compare", ("ChallengerPredictions", "good.csv"), ("Model", "diabetes"));
        Assert.Equal(((ExitCode)exitCode, decision), (report.ExitCode, ((CompareResult)report.Result!).Decision));
    }

    [Fact]
    public async Task A_heuristic_may_be_the_baseline()
    {
        Configure("{baseline: {kind: predictions, predictions: poor.csv}}");
        var result = await _lab.DoAsync<CompareResult>("compare", ("ChallengerPredictions", "good.csv"), ("Model", "diabetes"));
        Assert.True(result is { IsBaseline: true, Champion: > 0.55, Decision: Decision.Promote });
    }

    [Theory]
    [InlineData("delong", "roc_auc", true)]
    [InlineData("mcnemar", "accuracy", true)]
    [InlineData("wilcoxon", "brier", true)]
    [InlineData("delong", "accuracy", false)]
    public async Task Methods_are_chosen_by_name(string method, string metric, bool fits)
    {
        var report = await _lab.RunAsync("compare", [.. Both, ("Method", method), ("Metric", metric)]);
        Assert.Equal(fits ? ExitCode.Ok : ExitCode.BadInput, report.ExitCode);
        Assert.Equal(fits ? [] : ["MOP6011"], report.Diagnostics.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Slices_that_are_too_small_are_said()
    {
        var report = await _lab.RunAsync("compare", [.. Both, ("Slices", "plan"), ("BySlice", "true")]);
        var result = (CompareResult)report.Result!;
        Assert.Equal(["", "plan=a", "plan=b"], result.Comparisons.Select(row => row.Slice));
        var finding = Assert.Single(report.Diagnostics);
        Assert.Equal(("MOP6014", Severity.Info), (finding.Code, finding.Severity));
        Assert.Contains("plan=c: 20 rows", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cluster")]
    [InlineData("Key")]
    [InlineData("Prediction")]
    [InlineData("Slices")]
    [InlineData("Weight")]
    public async Task Every_column_that_is_named_has_to_be_there_in_both_files(string input)
    {
        var report = await _lab.RunAsync("compare", [.. Both.Where(argument => argument.Name != input), (input, "nowhere")]);
        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Equal(
            [("MOP6002", "good.csv"), ("MOP6002", "poor.csv")],
            report.Diagnostics.Select(finding => (finding.Code, Path.GetFileName(finding.Span!.File))));
    }

    [Fact]
    public async Task Other_metrics_are_compared_beside_the_primary_one()
    {
        var result = await _lab.DoAsync<CompareResult>("compare", [.. Both, ("Also", "brier"), ("Also", "accuracy")]);
        Assert.Equal(["roc_auc", "brier", "accuracy"], result.Comparisons.Select(row => row.Metric));
    }

    [Fact]
    public async Task Inputs_that_do_not_go_together_are_all_said()
    {
        var report = await _lab.RunAsync("compare", [.. Both, ("Hypothesis", "non-inferior"), ("Alpha", "0.6"), ("Metric", "roc-auc")]);
        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Equal(["MOP0002", "MOP0005", "MOP6005"], report.Diagnostics.Select(finding => finding.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_rows_are_an_error()
    {
        File.WriteAllLines(PathOf("poor.csv"), File.ReadAllLines(PathOf("poor.csv"))[..^1]);
        var report = await _lab.RunAsync("compare", Both);
        Assert.Equal((ExitCode.BadInput, "MOP6004"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [Fact]
    public async Task A_model_without_files_is_looked_for_in_the_registry()
    {
        var report = await _lab.RunAsync("compare", Challenger[1..]);
        Assert.Equal((ExitCode.BadInput, "MOP2006"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
    }

    [Theory]
    [InlineData("good.csv", 4, Decision.Approve)]
    [InlineData("swapped-less.csv", 3, Decision.Reject)]
    public async Task A_champion_worse_than_a_constant_is_said_and_promotes_nobody(string challenger, int exitCode, Decision decision)
    {
        Swap("poor.csv", "swapped.csv", keep: 0);
        Swap("poor.csv", "swapped-less.csv", keep: 120);
        var report = await _lab.RunAsync("compare", [.. Challenger.Skip(1), ("ChallengerPredictions", challenger), ("ChampionPredictions", "swapped.csv"), ("Metric", "accuracy")]);
        Assert.Equal(((ExitCode)exitCode, decision, "MOP6020"), (report.ExitCode, ((CompareResult)report.Result!).Decision, Assert.Single(report.Diagnostics).Code));
    }

    [Fact]
    public async Task A_guardrail_of_the_configuration_counts_by_whatever_name_the_call_has_for_it()
    {
        Configure("{metric: roc_auc, resamples: 300, also: [{metric: brier, not_worse_by: 0.3}, {metric: brier_score_loss, not_worse_by: 0}]}");
        var report = await _lab.RunAsync(
            "compare", ("ChallengerPredictions", "poor.csv"), ("ChampionPredictions", "good.csv"), ("Model", "diabetes"), ("Metric", "pr_auc"), ("Hypothesis", "non-inferior"), ("Tolerance", "0.9"), ("Also", "brier_score"));
        Assert.Equal((ExitCode.GateFailed, "MOP6009"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.Equal("brier", ((CompareResult)report.Result!).Comparisons[1].Metric);
    }

    [Theory]
    [InlineData("Metric")]
    [InlineData("Also")]
    public async Task The_largest_error_is_compared_by_no_method(string input)
    {
        File.WriteAllText(PathOf("one.csv"), "id,y,s\n1,1,2\n2,3,4\n3,5,5\n4,1,0\n");
        var report = await _lab.RunAsync(
            "compare", ("ChallengerPredictions", "one.csv"), ("ChampionPredictions", "one.csv"), ("Task", "regression"), ("Label", "y"), ("Prediction", "s"), (input, "max_error"));
        Assert.Equal((ExitCode.BadInput, "MOP6011"), (report.ExitCode, Assert.Single(report.Diagnostics).Code));
        Assert.DoesNotContain("bootstrap can", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_champion_whose_classes_are_spelled_otherwise_is_no_opponent()
    {
        File.WriteAllText(PathOf("one.csv"), "id,y,p\n1,a,a\n2,b,b\n3,c,a\n");
        File.WriteAllText(PathOf("other.csv"), "id,y,p\n1,a,0\n2,b,1\n3,c,2\n");
        var report = await _lab.RunAsync(
            "compare", ("ChallengerPredictions", "one.csv"), ("ChampionPredictions", "other.csv"), ("Task", "multiclass"), ("Label", "y"), ("Prediction", "p"), ("Key", "id"));
        Assert.Equal((ExitCode.BadInput, "MOP6018", "other.csv"), (report.ExitCode, report.Diagnostics[0].Code, Path.GetFileName(Assert.Single(report.Diagnostics).Span!.File)));
    }

    [Fact]
    public async Task A_report_is_written()
    {
        var result = await _lab.DoAsync<CompareResult>("compare", [.. Both, ("Report", "out/comparison.md")]);
        Assert.Contains("the challenger may become champion", File.ReadAllText(result.ReportFile!), StringComparison.Ordinal);
        Assert.True(File.Exists(PathOf("out/comparison.md")));
    }

    // The last 20 of 300 rows are a slice of their own; the champion's file has its rows in the reverse order.
    private void Write(string name, int seed, double noise, bool reversed)
    {
        var (labels, errors) = (new Random(1), new Random(seed));
        var rows = Enumerable.Range(0, 300).Select(row =>
        {
            var label = labels.Next(2);
            var score = Math.Clamp(0.5 + (0.35 * (label - 0.5)) + (noise * (errors.NextDouble() - 0.5)), 0.01, 0.99);
            return string.Create(CultureInfo.InvariantCulture, $"{row},{label},{score},{(row < 150 ? "a" : row < 280 ? "b" : "c")}");
        }).ToArray();
        File.WriteAllLines(PathOf(name), ["id,y,s,plan", .. reversed ? rows.Reverse() : rows]);
    }

    // All rows but the first few have the score of the other class.
    private void Swap(string name, string copy, int keep) => File.WriteAllLines(PathOf(copy), File.ReadAllLines(PathOf(name)).Select((line, row) =>
        row == 0 || line.Split(',') is not [var id, var label, var score, var plan] || int.Parse(id, CultureInfo.InvariantCulture) < keep
            ? line
            : string.Create(CultureInfo.InvariantCulture, $"{id},{label},{1 - double.Parse(score, CultureInfo.InvariantCulture)},{plan}")));

    private void Configure(string champion) => File.WriteAllText(PathOf("modelops.yml"), File.ReadAllText(PathOf("modelops.yml")).Replace(
        "    path: models/diabetes\n",
        $"    path: models/diabetes\n    evaluation: {{task: binary, columns: {{label: y, probability: [s], key: id}}, run: make-predictions}}\n    gates: {{champion: {champion}}}\n",
        StringComparison.Ordinal));

    private string PathOf(string name) => Path.Combine(_lab.Path, name);
}
