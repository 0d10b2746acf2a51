using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

public class ComparerTests
{
    private static readonly PredictionSet Good = Rows.Binary(seed: 2, rows: 600, separation: 0.3);
    private static readonly PredictionSet Poor = Rows.Binary(seed: 3, rows: 600, separation: 0.15);
    private static readonly ComparisonPlan Area = Rows.Plan("roc_auc", EvaluationTask.Binary);

    public static TheoryData<string, string> Methods => new()
    {
        { "bootstrap", "roc_auc" }, { "bootstrap", "log_loss" }, { "delong", "roc_auc" }, { "mcnemar", "accuracy" }, { "wilcoxon", "log_loss" }, { "wilcoxon", "brier" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_sees_which_model_is_better(string method, string metric)
    {
        var plan = Plan(method, metric);
        var better = Rows.Compare(Good, Poor, plan);
        Assert.Equal((ComparisonVerdict.Better, true, 0L), (better.Primary.Verdict, better.IsShown, better.MoreRows));
        Assert.True(better.Primary is { Effect: > 0, Lower: > 0, P: < 0.05, Rows: 600, AdjustedP: null });
        Assert.True(better.Primary.Lower < better.Primary.Effect && better.Primary.Effect < better.Primary.Upper);
        Assert.InRange(better.Power, 0.8, 1);

        var worse = Rows.Compare(Poor, Good, plan);
        Assert.Equal((ComparisonVerdict.Worse, false, 0L), (worse.Primary.Verdict, worse.IsShown, worse.MoreRows));
        Assert.True(worse.Primary is { Effect: < 0, Upper: < 0, P: > 0.95 });
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Exchanging_the_models_mirrors_the_interval(string method, string metric)
    {
        var plan = Plan(method, metric);
        Prop.ForAll(Gen.Choose(0, 99_999).ToArbitrary(), Gen.Choose(60, 200).ToArbitrary(), (seed, rows) =>
        {
            var (one, other) = (Rows.Binary(seed, rows, 0.2), Rows.Binary(seed + 1, rows, 0.25));
            var (there, back) = (Rows.Compare(one, other, plan).Primary, Rows.Compare(other, one, plan).Primary);
            return Math.Abs(there.Effect + back.Effect) < 1e-12 && Math.Abs(there.Lower + back.Upper) < 1e-9 && Math.Abs(there.Upper + back.Lower) < 1e-9;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Identical_predictions_are_flagged_and_no_evidence_of_anything(string method, string metric)
    {
        var outcome = Rows.Compare(Good, Good with { Slices = [] }, Plan(method, metric));
        Assert.True(outcome.AreIdentical);
        Assert.Equal((0, 0, 0, null, ComparisonVerdict.NotEnoughEvidence), (outcome.Primary.Effect, outcome.Primary.Lower, outcome.Primary.Upper, outcome.Primary.P, outcome.Primary.Verdict));
        Assert.Equal((false, 0, null), (outcome.IsShown, outcome.Power, outcome.MoreRows));
        Assert.True(double.IsFinite(outcome.Primary.Challenger));
    }

    [Fact]
    public void Identical_predictions_are_within_any_tolerance()
    {
        var outcome = Rows.Compare(Good, Good with { Slices = [] }, Area with { Hypothesis = Hypothesis.Equivalent, Tolerance = 0.001 });
        Assert.Equal((ComparisonVerdict.NotWorse, true, 1, 0L), (outcome.Primary.Verdict, outcome.IsShown, outcome.Power, outcome.MoreRows));
    }

    [Fact]
    public void Rankings_are_compared_by_query()
    {
        // 80 queries of 5 items; the better model's scores are the relevance with less noise.
        var random = new Random(5);
        var relevance = Enumerable.Range(0, 400).Select(_ => (double)random.Next(4)).ToArray();
        var outcome = Rows.Compare(Model(1), Model(6), Rows.Plan("ndcg", EvaluationTask.Ranking));
        Assert.Equal((ComparisonVerdict.Better, 400), (outcome.Primary.Verdict, outcome.Primary.Rows));

        PredictionSet Model(double noise) => new()
        {
            Task = EvaluationTask.Ranking,
            Labels = relevance,
            Predictions = Array.ConvertAll(relevance, value => value + (noise * random.NextDouble())),
            Queries = [.. Enumerable.Range(0, 400).Select(row => row / 5)],
        };
    }

    [Fact]
    public void Weights_count_in_the_bootstrap()
    {
        // Rows with a weight of 0 do not count, so the challenger that is good on the others only is better.
        var weights = Enumerable.Range(0, 600).Select(row => row < 300 ? 1.0 : 0.0).ToArray();
        double[] scores = [.. Good.Probabilities[0].Take(300), .. Poor.Probabilities[0].Skip(300).Select(score => 1 - score)];
        var challenger = Good with { Probabilities = [scores] };
        Assert.Equal(ComparisonVerdict.Worse, Rows.Compare(challenger, Poor, Area).Primary.Verdict);
        Assert.Equal(ComparisonVerdict.Better, Rows.Compare(challenger with { Weights = weights }, Poor with { Weights = weights }, Area).Primary.Verdict);
    }

    [Fact]
    public void Equal_classes_with_other_probabilities_are_not_identical()
    {
        var moved = Good with { Probabilities = [[.. Good.Probabilities[0].Select((value, row) => row == 7 ? value + 1e-6 : value)]] };
        Assert.False(Rows.Compare(moved, Good, Area).AreIdentical);
    }

    [Fact]
    public void Too_few_rows_ask_for_more()
    {
        int[] some = [.. Enumerable.Range(0, 60)];
        var outcome = Rows.Compare(Rows.Binary(4, 600, 0.16).Select(some), Poor.Select(some), Area);
        Assert.Equal((ComparisonVerdict.NotEnoughEvidence, false), (outcome.Primary.Verdict, outcome.IsShown));
        Assert.InRange(outcome.Power, 0, 0.79);
        Assert.True(outcome.MoreRows > 0);
    }

    [Fact]
    public void A_secondary_metric_that_is_shown_to_be_worse_than_accepted_is_named()
    {
        // The same order of scores with all of them halved: the area stays, which 600 rows show to within 0.02, the log loss gets worse.
        var halved = Good with { Probabilities = [Array.ConvertAll(Good.Probabilities[0], value => value / 2)] };
        var log = Rows.Metric("log_loss", EvaluationTask.Binary);
        var plan = Area with { Hypothesis = Hypothesis.NonInferior, Tolerance = 0.02, Also = [new(log, 0.01), new(log, 2), new(log, null)] };
        var outcome = Rows.Compare(halved, Good, plan);
        Assert.True(outcome.IsShown);
        Assert.Equal([ComparisonVerdict.Worse, ComparisonVerdict.NotWorse, ComparisonVerdict.Worse], outcome.Others.Select(row => row.Verdict));
        Assert.Same(outcome.Others[0], Assert.Single(outcome.WorseThanAccepted));
        Assert.All(outcome.Others, row => Assert.True(row.Effect < 0));
        Assert.Equal([null, null, outcome.Others[2].P], outcome.Others.Select(row => row.AdjustedP));
    }

    [Fact]
    public void Secondary_metrics_are_resampled_whatever_the_method_of_the_primary_one()
    {
        var plan = Plan("mcnemar", "accuracy") with { Also = [new(Rows.Metric("roc_auc", EvaluationTask.Binary), 0.01)] };
        Assert.Equal(ComparisonVerdict.Better, Assert.Single(Rows.Compare(Good, Poor, plan).Others).Verdict);
    }

    [Fact]
    public void Slices_are_compared_each_for_itself_and_those_that_are_not_are_named()
    {
        // Rows 0 to 299 are old, to 589 new, the rest rare; the challenger is better on old rows only.
        var codes = Enumerable.Range(0, 600).Select(row => row < 300 ? 0 : row < 590 ? 1 : 2).ToArray();
        double[] scores = [.. Good.Probabilities[0].Take(300), .. Poor.Probabilities[0].Skip(300)];
        var challenger = Good with { Probabilities = [scores], Slices = [new("plan", codes, ["old", "new", "rare"])] };
        var outcome = Rows.Compare(challenger, Poor, Area with { BySlice = true });
        Assert.Equal([("plan=old", 300, ComparisonVerdict.Better), ("plan=new", 290, ComparisonVerdict.NotEnoughEvidence)], outcome.Others.Select(row => (row.Slice, row.Rows, row.Verdict)));
        Assert.Contains("plan=rare", Assert.Single(outcome.NotCompared), StringComparison.Ordinal);
        Assert.Contains("10 rows", outcome.NotCompared[0], StringComparison.Ordinal);
        Assert.Empty(outcome.WorseThanAccepted);
        Assert.Empty(Rows.Compare(challenger, Poor, Area).Others);
    }

    [Fact]
    public void A_slice_of_one_class_is_named_and_not_compared()
    {
        var codes = Array.ConvertAll(Good.Labels, label => (int)label);
        var challenger = Good with { Slices = [new("truth", codes, ["0", "1"])] };
        var outcome = Rows.Compare(challenger, Poor, Area with { BySlice = true });
        Assert.Empty(outcome.Others);
        Assert.Equal(2, outcome.NotCompared.Count);
    }

    [Theory]
    [InlineData("mcnemar", "roc_auc", false, false)]
    [InlineData("delong", "accuracy", false, false)]
    [InlineData("wilcoxon", "accuracy", false, false)]
    [InlineData("wilcoxon", "roc_auc", false, false)]
    [InlineData("delong", "roc_auc", true, false)]
    [InlineData("mcnemar", "accuracy", false, true)]
    [InlineData("wilcoxon", "brier", true, true)]
    public void A_method_that_does_not_fit_is_refused(string method, string metric, bool weighted, bool clustered)
    {
        var set = Good with { Weights = weighted ? new double[600] : null, Clusters = clustered ? new int[600] : null };
        var failure = Assert.Throws<ModelOpsException>(() => Rows.Compare(set, Poor, Plan(method, metric)));
        Assert.Equal((ExitCode.BadInput, Math.Max(1, (weighted ? 1 : 0) + (clustered ? 1 : 0))), (failure.ExitCode, failure.Diagnostics.Count));
        Assert.All(failure.Diagnostics, finding => Assert.Same(EvaluationDiagnostics.MethodUnfit, finding.Descriptor));
    }

    [Theory]
    [InlineData("rmse")]
    [InlineData("r2")]
    public void Losses_in_another_unit_than_the_metric_are_refused(string metric)
    {
        var plan = Rows.Plan(metric, EvaluationTask.Regression) with { Method = ComparisonMethod.Wilcoxon };
        var failure = Assert.Throws<ModelOpsException>(() => Rows.Compare(Rows.Regression(1, 50, 1), Rows.Regression(2, 50, 2), plan));
        Assert.Equal("MOP6011", failure.Diagnostics[0].Code);
    }

    [Fact]
    public void Four_differing_rows_cannot_be_significant_five_can()
    {
        var champion = Rows.Regression(1, 50, 1);
        var plan = Rows.Plan("mae", EvaluationTask.Regression) with { Method = ComparisonMethod.Wilcoxon };
        Assert.Equal("MOP6011", Assert.Throws<ModelOpsException>(() => Rows.Compare(Improve(4), champion, plan)).Diagnostics[0].Code);
        Assert.Equal(1.0 / 32, Rows.Compare(Improve(5), champion, plan).Primary.P!.Value, 1e-12);

        PredictionSet Improve(int rows) => champion with
        {
            Predictions = [.. champion.Predictions.Select((value, row) => row < rows ? value + ((champion.Labels[row] - value) * 0.5) : value)],
        };
    }

    [Fact]
    public void A_metric_without_value_is_an_error()
    {
        int[] negatives = [.. Enumerable.Range(0, 600).Where(row => Good.Labels[row] == 0)];
        var failure = Assert.Throws<ModelOpsException>(() => Rows.Compare(Good.Select(negatives), Poor.Select(negatives), Area));
        Assert.Equal(("MOP6006", ExitCode.BadInput), (failure.Diagnostics[0].Code, failure.ExitCode));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(5, true)]
    public void Resamples_of_one_class_are_left_out_until_they_are_too_many(int positives, bool isCompared)
    {
        // A resample has no positive row with a probability of e^-positives: 37 %, 14 %, 0.7 %.
        int[] rows = [.. Enumerable.Range(0, 600).Where(row => Good.Labels[row] == 0).Take(80), .. Enumerable.Range(0, 600).Where(row => Good.Labels[row] > 0).Take(positives)];
        var failure = Record.Exception(() => Rows.Compare(Good.Select(rows), Poor.Select(rows), Area));
        Assert.Equal(isCompared ? null : "MOP6006", (failure as ModelOpsException)?.Diagnostics[0].Code);
        Assert.Equal(isCompared, failure is null);
    }

    [Fact]
    public void A_comparison_can_be_cancelled_and_shows_every_resample()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new CountingProgress(at: 50, cancellation.Cancel);
        Assert.Throws<OperationCanceledException>(() => Comparer.Compare(Good, Poor, Area, progress, workers: 2, cancellation.Token));
        Assert.InRange(progress.Done, 50, 399);

        var whole = new CountingProgress(at: -1, () => { });
        Comparer.Compare(Good, Poor, Area, whole, workers: 2, CancellationToken.None);
        Assert.Equal((400, 400), (whole.Total, whole.Done));
    }

    [Fact]
    public void Rows_have_to_be_aligned() => Assert.Throws<ArgumentException>(() => Rows.Compare(Good, Poor.Select([0, 1]), Area));

    private static ComparisonPlan Plan(string method, string metric) =>
        Rows.Plan(metric, EvaluationTask.Binary) with { Method = Enum.Parse<ComparisonMethod>(method, ignoreCase: true) };

    private sealed class CountingProgress(long at, Action reached) : IProgressSink, IProgressTask
    {
        private long _done;

        public long Total { get; private set; }

        public long Done => _done;

        public IProgressTask Start(string description, long totalBytes)
        {
            Total = totalBytes;
            return this;
        }

        public void Advance(long bytes)
        {
            if (Interlocked.Add(ref _done, bytes) == at)
            {
                reached();
            }
        }

        public void Dispose()
        {
        }
    }
}
