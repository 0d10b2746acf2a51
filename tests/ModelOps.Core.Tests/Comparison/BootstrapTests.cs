using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Comparison.Resampling;
using ModelOps.Evaluation.Metrics;

namespace ModelOps.Core.Tests.Comparison;

public class BootstrapTests
{
    private const double Alpha = 0.05;

    // An end at 5 % of 20 000 resamples has a standard error of 0.015 standard errors of the effect from its quantile (root(0.05 0.95 / 20000) /
    // 0.103) and one of 0.018 from the bias correction (2 root(0.25 / 20000) / 0.399): 0.023. The references have less than half of it. Four times that is 0.1.
    private const int Resamples = 20_000;
    private const double MonteCarlo = 0.1;

    [Theory]
    [InlineData("mae", "regression", false)]
    [InlineData("roc_auc", "binary", false)]
    [InlineData("clusters", "regression-ties", true)]
    public void The_interval_is_that_of_scipy_and_of_boot_within_the_error_of_resampling(string key, string name, bool clustered)
    {
        var (challenger, champion) = ComparisonReference.Models(name);
        // The references read the resamples at the level itself.
        var alpha = new SmallSample(ResampleUnits.Of(Keep(challenger)).Count).Restore(Alpha);
        var outcome = Compare(Keep(challenger), Keep(champion), Metric(challenger) with { Resamples = Resamples, Alpha = alpha });
        var error = ComparisonReference.Fact($"bca/{key}/error");
        Assert.Equal(ComparisonReference.Fact($"bca/{key}/lower"), outcome.Primary.Lower, MonteCarlo * error);
        Assert.Equal(ComparisonReference.Fact($"bca/{key}/upper"), outcome.Primary.Upper, MonteCarlo * error);

        PredictionSet Keep(PredictionSet set) => clustered ? set : set with { Clusters = null };
    }

    [Fact]
    public void Clusters_are_drawn_as_a_whole()
    {
        var (challenger, champion) = ComparisonReference.Models("regression-ties");
        var counts = new byte[challenger.Count];
        var units = ResampleUnits.Of(challenger);
        units.Draw(new(1, 1), new byte[units.BufferLength], counts);
        Assert.Equal(25, units.Count);
        Assert.All(challenger.Clusters!.Zip(counts).GroupBy(pair => pair.First), cluster => Assert.Single(cluster.Select(pair => pair.Second).Distinct()));
        Assert.NotEqual(
            Compare(challenger, champion, Metric(challenger)).Primary.Lower,
            Compare(challenger with { Clusters = null }, champion with { Clusters = null }, Metric(challenger)).Primary.Lower);
    }

    [Fact]
    public void A_ranking_is_resampled_by_query()
    {
        var set = new PredictionSet { Task = EvaluationTask.Ranking, Labels = new double[6], Predictions = new double[6], Queries = [0, 0, 3, 3, 3, 7] };
        var units = ResampleUnits.Of(set);
        Assert.Equal(3, units.Count);
        var counts = new byte[6];
        for (var number = 0; number < 20; number++)
        {
            units.Draw(new(1, number), new byte[units.BufferLength], counts);
            Assert.Equal((counts[0], counts[2], counts[2]), (counts[1], counts[3], counts[4]));
            Assert.Equal(3, counts[0] + counts[2] + counts[5]);
        }
    }

    [Theory]
    [InlineData("binary")]
    [InlineData("regression-ties")]
    public void Threads_and_repetition_change_nothing(string name)
    {
        var (challenger, champion) = ComparisonReference.Models(name);
        var plan = Metric(challenger) with { Resamples = 500 };
        var one = Comparer.Compare(challenger, champion, plan, SilentProgress.Instance, workers: 1, CancellationToken.None);
        var four = Comparer.Compare(challenger, champion, plan, SilentProgress.Instance, workers: 4, CancellationToken.None);
        Assert.Equal(one.Primary, four.Primary);
        Assert.Equal(one.Primary, Compare(challenger, champion, plan).Primary);
        Assert.NotEqual(one.Primary, Compare(challenger, champion, plan with { Seed = 18 }).Primary);
    }

    [Fact]
    public void Counts_of_a_resample_add_up_and_every_row_is_drawn_equally_often()
    {
        const int rows = 37;
        const int draws = 4000;
        var sums = new int[rows];
        var counts = new byte[rows];
        for (var number = 0; number < draws; number++)
        {
            new ResampleGenerator(5, number).Draw(counts);
            Assert.Equal(rows, counts.Sum(count => count));
            for (var row = 0; row < rows; row++)
            {
                sums[row] += counts[row];
            }
        }

        // Chi-squared with 36 degrees of freedom is above 80 with a probability below 1 in 10 000.
        Assert.True(sums.Sum(sum => Math.Pow(sum - draws, 2) / draws) < 80);
    }

    [Fact]
    public void Delete_a_group_estimates_the_acceleration_of_delete_one()
    {
        // Cubes of evenly spread numbers from 0 to 1: skewness known by its moments, so acceleration = skewness / (6 root n).
        const int rows = 20_000;
        var errors = Enumerable.Range(0, rows).Select(row => Math.Pow((row + 0.5) / rows, 3)).ToArray();
        var set = new PredictionSet { Task = EvaluationTask.Regression, Labels = new double[rows], Predictions = errors };
        var zero = set with { Predictions = new double[rows] };
        var metric = MetricCatalog.Parse("mae", EvaluationTask.Regression, hasProbabilities: false);
        var pair = PreparedMetric.Prepare(metric, set, zero);
        var found = new PairedBootstrap([pair], ResampleUnits.Of(set), seed: 3, workers: 2).Accelerations(CancellationToken.None)[0];

        var (mean, second, third) = (1.0 / 4, 1.0 / 7, 1.0 / 10);
        var variance = second - (mean * mean);
        var skewness = (third - (3 * mean * second) + (2 * mean * mean * mean)) / Math.Pow(variance, 1.5);

        // The skewness of 200 groups has a standard error of root(6 / 200), over 6 root 200 of the acceleration.
        Assert.Equal(-skewness / (6 * Math.Sqrt(rows)), found, 4 * Math.Sqrt(6.0 / 200) / (6 * Math.Sqrt(200)));
    }

    [Fact]
    public void Acceleration_is_that_of_the_definition()
    {
        // Deviations from the mean 2 are 1, 1, 0, -2: cubes -6, squares 6, a = -6 / (6 6^1.5).
        Assert.Equal(-Math.Pow(6, -1.5), PairedBootstrap.Acceleration([1, 1, 2, 4]), 1e-15);
        Assert.Equal(-Math.Pow(6, -1.5), PairedBootstrap.Acceleration([1, 1, double.NaN, 2, 4]), 1e-15);
        Assert.Equal(0, PairedBootstrap.Acceleration([3, 3, 3]));
        Assert.Equal(0, PairedBootstrap.Acceleration([double.NaN]));
    }

    [Fact]
    public void Interval_and_p_always_agree() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), Gen.Choose(-40, 40).ToArbitrary(), Gen.Choose(1, 49).ToArbitrary(), Agree).QuickCheckThrowOnFailure();

    // The margin is one of the replicates, and so is the end of the interval.
    [Theory]
    [InlineData(794541670, -22, 41)]
    [InlineData(1493153270, -28, 3)]
    [InlineData(301956458, 6, 49)]
    [InlineData(891901488, -26, 28)]
    public void Interval_and_p_agree_on_the_border(int seed, int margin, int percent) => Assert.True(Agree(seed, margin, percent));

    [Fact]
    public void Without_bias_and_acceleration_the_ends_are_percentiles()
    {
        var evidence = new BcaEvidence(0, Enumerable.Range(-50, 101).Select(value => (double)value), acceleration: 0);
        Assert.Equal(-45, evidence.Lower(Alpha), 1e-6);
        Assert.Equal(45, evidence.Upper(Alpha), 1e-6);
        Assert.Equal(0.5, evidence.PAbove(0), 1e-6);
    }

    // scipy.stats.norm: z0 = ppf(600.5 / 1001), end = 1000 cdf(z0 + (z0 + z) / (1 - a (z0 + z))) for z = ppf(0.05) and ppf(0.95).
    [Theory]
    [InlineData(0.05, 147.28999649590818, 990.6138942093926)]
    [InlineData(-0.2, 46.91740611491796, 948.324354007624)]
    public void Bias_and_acceleration_move_the_ends_as_Efron_has_it(double acceleration, double lower, double upper)
    {
        var evidence = new BcaEvidence(600, Enumerable.Range(0, 1001).Select(value => (double)value), acceleration);
        Assert.Equal(lower, evidence.Lower(Alpha), 1e-5);
        Assert.Equal(upper, evidence.Upper(Alpha), 1e-5);
        Assert.Equal(Alpha, evidence.PAbove(lower), 1e-6);
        Assert.Equal(Alpha, evidence.PBelow(upper), 1e-6);
    }

    [Fact]
    public void Replicates_that_are_all_equal_are_the_interval()
    {
        var evidence = new BcaEvidence(0.1, Enumerable.Repeat(0.1, 200), acceleration: 0);
        Assert.Equal((0.1, 0.1), (evidence.Lower(Alpha), evidence.Upper(Alpha)));
        Assert.True(evidence.PAbove(0.09) < Alpha);
        Assert.Equal(1, evidence.PAbove(0.1));
    }

    [Theory]
    [InlineData(2, 0.1, 2)]
    [InlineData(-1, -1, 1)]
    public void Replicates_on_one_side_of_the_estimate_give_all_that_was_seen(double effect, double lower, double upper)
    {
        var evidence = new BcaEvidence(effect, Enumerable.Range(1, 10).Select(value => value / 10.0), acceleration: 0.1);
        Assert.Equal(lower, evidence.Lower(0.2), 1e-8);
        Assert.Equal(upper, evidence.Upper(0.2), 1e-8);
        Assert.Equal((1, 1), (evidence.PAbove(0.55), evidence.PBelow(0.55)));
        Assert.True(evidence.PAbove(lower - 0.01) < 0.2);
        Assert.True(evidence.PBelow(upper + 0.01) < 0.2);
    }

    // scipy.stats: norm.cdf(sqrt(n / (n - 1)) * t.ppf(alpha, n - 1)).
    [Theory]
    [InlineData(5, 0.05, 0.008574974321173183)]
    [InlineData(20, 0.05, 0.03802720585387995)]
    [InlineData(500, 0.01, 0.009740896092105256)]
    public void Few_units_are_read_farther_out(int units, double alpha, double level)
    {
        var levels = new SmallSample(units);
        Assert.Equal(level, levels.Expand(alpha), 1e-9);
        Assert.Equal(alpha, levels.Restore(level), 1e-9);
        Assert.Equal((0, 1), (levels.Restore(0), levels.Restore(1)));
    }

    [Fact]
    public void Three_rows_cannot_be_significant_four_can()
    {
        var champion = Rows.Regression(1, 4, 1);
        var challenger = champion with { Predictions = champion.Labels };
        var plan = Metric(champion);
        Assert.True(Compare(challenger, champion, plan).IsShown);
        Assert.Equal("MOP6006", Assert.Throws<ModelOpsException>(() => Compare(challenger.Select([0, 1, 2]), champion.Select([0, 1, 2]), plan)).Diagnostics[0].Code);
        Assert.Equal("MOP6006", Assert.Throws<ModelOpsException>(() => Compare(challenger.Select([0]), champion.Select([0]), plan)).Diagnostics[0].Code);
    }

    [Fact]
    public void Losses_that_are_equal_but_for_rounding_are_no_effect()
    {
        var set = Rows.Regression(1, 200, 1);
        var above = set with { Predictions = Array.ConvertAll(set.Labels, label => label + 0.1) };
        var below = set with { Predictions = Array.ConvertAll(set.Labels, label => label - 0.1) };
        Assert.All((ComparisonOutcome[])[Compare(above, below, Metric(set)), Compare(below, above, Metric(set))], outcome =>
            Assert.Equal((ComparisonVerdict.NotEnoughEvidence, 0, 0), (outcome.Primary.Verdict, outcome.Primary.Lower, outcome.Primary.Upper)));
    }

    [Fact]
    public void Rounding_errors_are_no_effect()
    {
        // As differences of accuracies come out: mostly 0, some of them by a hair.
        var replicates = Enumerable.Range(0, 1000).Select(index => index < 20 ? -0.01 : index < 300 ? 0.02 : 1e-17);
        var evidence = new BcaEvidence(1e-17, replicates, acceleration: 0);
        Assert.Equal(0, evidence.Lower(0.25));
        Assert.True(evidence.PAbove(0) >= 0.25);
    }

    private static bool Agree(int seed, int margin, int percent)
    {
        var random = new Random(seed);
        var replicates = Enumerable.Range(0, 1000).Select(_ => Math.Round(random.NextDouble() + random.NextDouble() - 1, seed % 2 == 0 ? 2 : 9)).ToArray();
        var evidence = new BcaEvidence((random.NextDouble() - 0.5) / 2, replicates, (random.NextDouble() - 0.5) / 2);
        var (limit, alpha) = (margin / 40.0, percent / 100.0);
        return evidence.Lower(alpha) > limit == evidence.PAbove(limit) < alpha && evidence.Upper(alpha) < limit == evidence.PBelow(limit) < alpha;
    }

    private static ComparisonPlan Metric(PredictionSet set) => new()
    {
        Metric = set.Task == EvaluationTask.Binary ? MetricCatalog.Parse("roc_auc", set.Task, hasProbabilities: true) : MetricCatalog.Parse("mae", set.Task, hasProbabilities: false),
    };

    private static ComparisonOutcome Compare(PredictionSet challenger, PredictionSet champion, ComparisonPlan plan) =>
        Comparer.Compare(challenger, champion, plan, SilentProgress.Instance, CancellationToken.None);
}
