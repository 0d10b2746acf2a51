using ModelOps.Core.Gates;
using ModelOps.Core.Gates.Champion;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Gates;

public sealed class ChampionGateTests
{
    private static readonly ChampionGateSection Superior = new() { Metric = "accuracy", Resamples = 400 };

    [Theory]
    [InlineData(90, 80, GateStatus.Passed, "better than the champion")]
    [InlineData(80, 90, GateStatus.Failed, "better than the champion")]
    [InlineData(81, 80, GateStatus.NotEnoughEvidence, "better than the champion")]
    public void A_candidate_has_to_be_shown_to_be_better(int candidate, int champion, GateStatus expected, string limit)
    {
        var report = Judge(Superior, Scored(candidate), Scored(champion, shift: 50));

        var check = report.Checks[0];
        Assert.Equal(("accuracy", expected, limit, GateText.Number(champion / 100.0)), (check.Check, check.Status, check.Limit, check.Previous));
        Assert.NotEmpty(check.Message);
        Assert.Equal(400, report.Comparison!.Plan.Resamples);
    }

    // Both are right on the same rows but for one in a hundred: the effect is -0.01, and its interval is narrow.
    [Theory]
    [InlineData(0.05, GateStatus.Passed)]
    [InlineData(0.001, GateStatus.Failed)]
    public void A_loss_within_the_tolerance_is_accepted(double tolerance, GateStatus expected)
    {
        var section = Superior with { Hypothesis = Hypothesis.NonInferior, Tolerance = tolerance };

        var check = Judge(section, Scored(80, 3000), Scored(81, 3000)).Checks[0];

        Assert.Equal((expected, $"less than {GateText.Limit(tolerance)} worse than the champion"), (check.Status, check.Limit));
    }

    [Theory]
    [InlineData(false, GateStatus.Failed)]
    [InlineData(true, GateStatus.Passed)]
    public void A_model_compared_with_itself_fails_unless_that_is_meant(bool allowed, GateStatus expected)
    {
        var section = Superior with { Hypothesis = Hypothesis.NonInferior, Tolerance = 0.01, AllowIdentical = allowed };

        var report = Judge(section, Scored(80), Scored(80));

        Assert.Equal(expected, report.Status);
        Assert.True(report.Comparison!.AreIdentical);
    }

    [Theory]
    [InlineData(EvidencePolicy.Keep, GateStatus.NotEnoughEvidence)]
    [InlineData(EvidencePolicy.Canary, GateStatus.NotEnoughEvidence)]
    [InlineData(EvidencePolicy.Approve, GateStatus.NotEnoughEvidence)]
    [InlineData(EvidencePolicy.Fail, GateStatus.Failed)]
    public void What_the_rows_do_not_decide_is_no_pass(EvidencePolicy policy, GateStatus expected) =>
        Assert.Equal(expected, Judge(Superior with { NotEnoughEvidence = policy }, Scored(81), Scored(80, shift: 50)).Status);

    [Fact]
    public void A_secondary_metric_that_is_worse_than_accepted_fails()
    {
        var section = Superior with { Also = [new() { Metric = "recall", NotWorseBy = 0.01 }, new() { Metric = "specificity", NotWorseBy = 0.5 }] };
        var champion = Scored(80);
        var careful = champion with { Predictions = [.. champion.Labels.Select((label, row) => label == 1 && row % 10 < 4 ? 0.0 : label)] };

        var checks = Judge(section, careful, champion).Checks;

        Assert.Equal(["accuracy", "recall", "specificity"], checks.Select(check => check.Check));
        Assert.Equal([GateStatus.Failed, GateStatus.Failed, GateStatus.Passed], checks.Select(check => check.Status));
    }

    // Half of the rows are of each class, so that a constant is right on 50 of 100.
    [Theory]
    [InlineData(80, EvidencePolicy.Keep, BaselineKind.Constant, GateStatus.NotEnoughEvidence)]
    [InlineData(80, EvidencePolicy.Approve, BaselineKind.Constant, GateStatus.NotEnoughEvidence)]
    [InlineData(80, EvidencePolicy.Canary, BaselineKind.Constant, GateStatus.NotEnoughEvidence)]
    [InlineData(45, EvidencePolicy.Keep, BaselineKind.Constant, GateStatus.Failed)]
    [InlineData(80, EvidencePolicy.Keep, BaselineKind.None, GateStatus.Passed)]
    public void A_champion_worse_than_a_constant_lets_nobody_pass(int candidate, EvidencePolicy policy, BaselineKind baseline, GateStatus expected)
    {
        var report = Judge(Superior with { NotEnoughEvidence = policy, Baseline = new() { Kind = baseline } }, Scored(candidate), Scored(20, shift: 50));

        Assert.Equal(expected, report.Status);
        Assert.Equal(baseline == BaselineKind.Constant, report.Checks[0].Message.Contains("labels may be swapped", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_champion_a_baseline_has_to_be_beaten()
    {
        var passed = Judge(Superior, Scored(80), null);
        var failed = Judge(Superior, Scored(30), null);

        Assert.Equal((GateStatus.Passed, "better than the baseline (0.5)", ""), (passed.Checks[0].Status, passed.Checks[0].Limit, passed.Checks[0].Previous));
        Assert.Equal(0.5, passed.Comparison!.Primary.Champion);
        Assert.Equal(GateStatus.Failed, failed.Checks[0].Status);
    }

    // 0.8 of 1 000 rows against 0.5 of a constant: the effect is 0.3, its interval about 0.26 to 0.34.
    [Theory]
    [InlineData(0.2, GateStatus.Passed)]
    [InlineData(0.3, GateStatus.NotEnoughEvidence)]
    [InlineData(0.4, GateStatus.Failed)]
    public void A_baseline_has_to_be_beaten_by_the_amount(double amount, GateStatus expected)
    {
        var check = Judge(Superior with { Baseline = new() { MustBeatBy = amount } }, Scored(80), null).Checks[0];

        Assert.Equal((expected, $"better than the baseline (0.5) by {GateText.Limit(amount)}"), (check.Status, check.Limit));
    }

    [Fact]
    public void A_candidate_that_predicts_one_class_is_no_better_than_the_baseline()
    {
        var constant = Scored(80) with { Predictions = new double[1000] };

        var check = Judge(Superior with { AllowIdentical = true }, constant, null).Checks[0];

        Assert.Equal(GateStatus.Failed, check.Status);
        Assert.Contains("check its training", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heuristic_may_be_the_baseline()
    {
        var section = Superior with { Baseline = new() { Kind = BaselineKind.Predictions, Predictions = "h.csv" } };
        var subject = Case(section, Sets.Predicting(Scored(80)), null);

        Assert.Equal(GateStatus.Failed, new ChampionGate().Judge(subject with { Baseline = new(Scored(90)) }, CancellationToken.None).Status);
        Assert.Equal(GateStatus.Passed, new ChampionGate().Judge(subject with { Baseline = new(Scored(60)) }, CancellationToken.None).Status);
        Assert.Equal(GateStatus.CouldNotRun, new ChampionGate().Judge(subject, CancellationToken.None).Status);
    }

    [Fact]
    public void Without_an_evaluation_nothing_is_compared_and_without_predictions_of_one_it_cannot_run()
    {
        var none = GateLab.Case(new(), GateLab.Nothing());
        var check = Assert.Single(new ChampionGate().Judge(none, CancellationToken.None).Checks);

        Assert.Equal((GateStatus.NotJudged, "No comparison: nothing says that this version is better."), (check.Status, check.Message));
        Assert.Equal(GateStatus.CouldNotRun, new ChampionGate().Judge(GateLab.Case(new(), GateLab.Nothing(), hasEvaluation: true), CancellationToken.None).Status);
        Assert.Equal(GateStatus.CouldNotRun, new ChampionGate().Judge(Case(Superior, Sets.Predicting(Scored(80)), GateLab.Nothing()), CancellationToken.None).Status);
        Assert.Equal(GateStatus.CouldNotRun, Judge(Superior, Scored(80), Scored(80, 999)).Status);
    }

    [Fact]
    public void A_metric_without_value_is_no_pass()
    {
        var oneClass = Scored(80) with { Labels = new double[1000], Probabilities = [[.. Enumerable.Range(0, 1000).Select(row => row / 1000.0)]] };

        var subject = Case(Superior with { Metric = "roc_auc" }, Sets.Predicting(oneClass), null);

        Assert.Equal(GateStatus.CouldNotRun, GateRunner.Run([new ChampionGate()], subject, CancellationToken.None).Status);
    }

    [Fact]
    public void Switched_off_or_without_baseline_is_not_judged()
    {
        Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(new() { Enabled = false }, Scored(10), Scored(90)).Checks).Status);
        Assert.Equal(GateStatus.NotJudged, Assert.Single(Judge(new() { Baseline = new() { Kind = BaselineKind.None } }, Scored(10), null).Checks).Status);
    }

    [Fact]
    public void The_same_seed_says_the_same_and_the_calls_seed_wins()
    {
        var subject = Case(Superior, Sets.Predicting(Scored(82)), Sets.Predicting(Scored(80)));

        var first = new ChampionGate().Judge(subject, CancellationToken.None);
        var again = new ChampionGate().Judge(subject, CancellationToken.None);
        var other = new ChampionGate().Judge(subject with { Seed = 5 }, CancellationToken.None);

        Assert.Equal(first.Checks, again.Checks);
        Assert.Equal((17, 5), (first.Comparison!.Plan.Seed, other.Comparison!.Plan.Seed));
    }

    [Fact]
    public void A_slice_on_which_the_candidate_is_worse_is_shown_and_left_to_the_slice_gate()
    {
        var champion = Sets.Groups("plan", ("basic", 1000, 500), ("pro", 300, 290));
        var candidate = Sets.Groups("plan", ("basic", 1000, 900), ("pro", 300, 200));
        var gates = new GatesSection
        {
            Champion = Superior with { BySlice = true },
            Slices = new() { By = ["plan"], Rules = [new() { Metric = "accuracy", Min = 0 }] },
        };

        var report = new ChampionGate().Judge(GateLab.Case(gates, Sets.Predicting(candidate), Sets.Predicting(champion), hasEvaluation: true), CancellationToken.None);

        Assert.Equal([("accuracy", GateStatus.Passed), ("plan=pro accuracy", GateStatus.NotJudged)], report.Checks.Select(check => (check.Check, check.Status)));
    }

    /// <summary>Rows of which so many in a hundred are right, spread over both classes; with a shift, others than without.</summary>
    private static PredictionSet Scored(int percent, int rows = 1000, int shift = 0)
    {
        var labels = Enumerable.Range(0, rows).Select(row => (double)(row % 2)).ToArray();
        return new()
        {
            Task = EvaluationTask.Binary,
            Classes = ["0", "1"],
            Labels = labels,
            Predictions = [.. labels.Select((label, row) => ((row / 2) + shift) % 100 < percent ? label : 1 - label)],
        };
    }

    private static GateCase Case(ChampionGateSection section, ModelEvidence candidate, ModelEvidence? champion) =>
        GateLab.Case(new() { Champion = section }, candidate, champion, hasEvaluation: true);

    private static GateReport Judge(ChampionGateSection section, PredictionSet candidate, PredictionSet? champion) =>
        new ChampionGate().Judge(Case(section, Sets.Predicting(candidate), champion is null ? null : Sets.Predicting(champion, "models:/churn/6")), CancellationToken.None);
}
