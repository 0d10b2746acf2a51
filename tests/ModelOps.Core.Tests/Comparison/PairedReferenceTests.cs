using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Comparison.Paired;
using ModelOps.Evaluation.Comparison.Resampling;

namespace ModelOps.Core.Tests.Comparison;

public class PairedReferenceTests
{
    private const double Exact = 1e-6;
    private const double Alpha = 0.05;

    public static TheoryData<int, int, int> Discordant => new() { { 10, 3, 50 }, { 12, 2, 60 }, { 3, 9, 40 }, { 43, 22, 200 }, { 1, 2, 10 }, { 520, 480, 20000 }, { 60000, 59500, 1000000 } };

    [Theory]
    [MemberData(nameof(Discordant))]
    public void Mcnemar_has_the_p_of_a_binomial_test(int won, int lost, int rows)
    {
        var evidence = new McnemarEvidence(won, lost, rows);
        Assert.Equal(Fact("above"), evidence.PAbove(0), Exact);
        Assert.Equal(Fact("below"), evidence.PBelow(0), Exact);
        Assert.Equal(Fact("different"), evidence.PDifferent(), Exact);

        double Fact(string what) => ComparisonReference.Fact($"mcnemar/{won}/{lost}/{rows}/{what}");
    }

    [Theory]
    [MemberData(nameof(Discordant))]
    public void Margins_of_accuracy_have_the_p_and_the_interval_of_Tangos_score(int won, int lost, int rows)
    {
        Assert.Equal(Fact("lower"), TangoScore.Solve(won, lost, rows, -Normal.InvCDF(0, 1, Alpha)), Exact);
        Assert.Equal(Fact("upper"), -TangoScore.Solve(lost, won, rows, -Normal.InvCDF(0, 1, Alpha)), Exact);
        foreach (var margin in new[] { -0.02, 0.05 })
        {
            Assert.Equal(Fact($"above/{margin.ToString(CultureInfo.InvariantCulture)}"), Normal.CDF(0, 1, -TangoScore.Of(won, lost, rows, margin)), Exact);
            Assert.Equal(Fact($"below/{margin.ToString(CultureInfo.InvariantCulture)}"), Normal.CDF(0, 1, -TangoScore.Of(lost, won, rows, -margin)), Exact);
        }

        double Fact(string what) => ComparisonReference.Fact($"mcnemar/{won}/{lost}/{rows}/{what}");
    }

    [Fact]
    public void The_interval_of_accuracy_follows_the_exact_test_where_the_score_would_be_bolder()
    {
        // Won 5 of 5: the score's end is above 0 at 2 %, the exact p is 1 / 32.
        var evidence = new McnemarEvidence(5, 0, 30);
        Assert.True(TangoScore.Solve(5, 0, 30, -Normal.InvCDF(0, 1, 0.02)) > 0);
        Assert.Equal(0, evidence.Lower(0.02));
        Assert.True(evidence.Lower(0.04) > 0);

        // Far out the binomial tail is thinner than the normal one: 2^-20 against a score of root 20.
        const double small = 2e-6;
        Assert.True(TangoScore.Solve(20, 0, 100, -Normal.InvCDF(0, 1, small)) <= 0);
        Assert.True(new McnemarEvidence(20, 0, 100).Lower(small) > 0);
    }

    [Fact]
    public void Interval_and_p_of_accuracy_always_agree() => Prop.ForAll(
        Gen.Choose(0, 40).Two().ToArbitrary(), Gen.Choose(-20, 20).ToArbitrary(), Gen.Choose(1, 49).ToArbitrary(), (discordant, place, percent) =>
        {
            var evidence = new McnemarEvidence(discordant.Item1, discordant.Item2, 100);
            var (margin, alpha) = (place / 100.0, percent / 100.0);
            return evidence.Lower(alpha) > margin == evidence.PAbove(margin) < alpha && evidence.Upper(alpha) < margin == evidence.PBelow(margin) < alpha;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Interval_and_p_of_signed_ranks_always_agree() => Prop.ForAll(
        Gen.Choose(0, 99_999).ToArbitrary(), Gen.Choose(-20, 20).ToArbitrary(), Gen.Choose(1, 49).ToArbitrary(), (seed, place, percent) =>
        {
            var random = new Random(seed);
            var (rows, alpha) = (8 + (seed % 73), percent / 100.0);
            var losses = Enumerable.Range(0, rows).Select(row => row % 4 == 0 ? 0 : random.NextDouble() - 0.45).ToArray();
            var margin = place / 50.0;
            return WilcoxonEvidence.Of(new double[rows], losses, alpha) is not { } evidence
                || (evidence.Lower(alpha) > margin == evidence.PAbove(margin) < alpha && evidence.Upper(alpha) < margin == evidence.PBelow(margin) < alpha);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("binary")]
    [InlineData("binary-ties")]
    public void Delong_agrees_with_pROC(string name)
    {
        const double tolerance = 1e-9;
        var (challenger, champion) = ComparisonReference.Models(name);
        var evidence = DelongTest.Compare(challenger, champion)!;
        Assert.Equal(Fact("challenger") - Fact("champion"), evidence.Effect, tolerance);
        Assert.Equal(Fact("z"), evidence.Effect / evidence.StandardError, tolerance);
        Assert.Equal(Fact("different"), 2 * evidence.PAbove(0), tolerance);

        double Fact(string what) => ComparisonReference.Fact($"delong/{name}/{what}");
    }

    [Theory]
    [InlineData("exact", "regression")]
    [InlineData("tied", "regression-ties")]
    public void Signed_ranks_have_the_p_of_scipy(string key, string name)
    {
        var sample = new SignedRankSample(ComparisonReference.Losses(name));
        foreach (var (text, margin) in new[] { ("0", 0), ("-0.05", -0.05), ("0.1", 0.1) })
        {
            Assert.Equal(ComparisonReference.Fact($"wilcoxon/{key}/{text}/greater"), sample.P(margin), Exact);
            Assert.Equal(ComparisonReference.Fact($"wilcoxon/{key}/{text}/less"), sample.Negate().P(-margin), Exact);
        }
    }

    [Theory]
    [InlineData("regression")]
    [InlineData("regression-ties")]
    public void The_effect_of_wilcoxon_and_its_interval_are_those_of_R_times_the_share_of_differing_rows(string name)
    {
        var losses = ComparisonReference.Losses(name);
        var evidence = WilcoxonEvidence.Of(new double[losses.Length], losses, Alpha)!;
        var share = Fact("differing") / losses.Length;
        Assert.Equal(share * Fact("median"), evidence.Effect, Exact);
        Assert.Equal(share * Fact("lower"), evidence.Lower(Alpha), Exact);
        Assert.Equal(share * Fact("upper"), evidence.Upper(Alpha), Exact);

        double Fact(string what) => ComparisonReference.Fact($"wilcoxon/{name}/{what}");
    }

    [Fact]
    public void Holm_agrees_with_statsmodels()
    {
        double[] values = [0.01, 0.04, 0.03, 0.005, 0.9, 0.04, 0.2];
        var expected = values.Select((value, index) => ComparisonReference.Fact($"holm/{value.ToString(CultureInfo.InvariantCulture)}/{index}"));
        Assert.Equal(expected, Holm.Adjust(values), (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void The_generator_is_xoshiro_seeded_by_SplitMix()
    {
        foreach (var line in ComparisonReference.Lines("generator.csv"))
        {
            var generator = new ResampleGenerator(int.Parse(line[0], CultureInfo.InvariantCulture), int.Parse(line[1], CultureInfo.InvariantCulture));
            Assert.Equal(line[2..], line[2..].Select(_ => generator.Next().ToString(CultureInfo.InvariantCulture)));
        }
    }
}
