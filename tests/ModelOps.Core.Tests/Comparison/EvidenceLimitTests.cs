using ModelOps.Evaluation.Comparison;
using ModelOps.Evaluation.Comparison.Paired;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>Evidence at margins other than 0, where nothing varies, and beyond what a metric can reach.</summary>
public sealed class EvidenceLimitTests
{
    private const int Digits = 12;

    // Of the standard normal distribution below -1.
    private const double OneSigma = 0.158655253931457;

    [Fact]
    public void A_normal_estimate_is_as_far_from_a_margin_as_its_difference_in_standard_errors()
    {
        var evidence = new NormalEvidence(0.03, 0.02);

        Assert.Equal(OneSigma, evidence.PAbove(0.01), Digits);
        Assert.Equal(1 - OneSigma, evidence.PBelow(0.01), Digits);
        Assert.Equal(OneSigma, evidence.PBelow(0.05), Digits);
    }

    [Theory]
    [InlineData(0.02, 0, 1)]
    [InlineData(0.03, 1, 1)]
    [InlineData(0.04, 1, 0)]
    public void Where_nothing_varies_an_effect_is_above_what_is_less_and_on_the_margin_neither(double margin, double above, double below)
    {
        var evidence = new NormalEvidence(0.03, 0);

        Assert.Equal((above, below), (evidence.PAbove(margin), evidence.PBelow(margin)));
    }

    [Theory]
    [InlineData(-0.51, 0, 1)]
    [InlineData(-0.5, 1, 1)]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.51, 1, 0)]
    public void What_is_unknown_is_above_only_what_the_metric_cannot_be_below(double margin, double above, double below)
    {
        var evidence = new UnknownEvidence(0.5);

        Assert.Equal((above, below), (evidence.PAbove(margin), evidence.PBelow(margin)));
    }

    [Theory]
    [InlineData(-0.1, 0.3)]
    [InlineData(-0.3, 0.1)]
    public void A_standard_error_without_spread_follows_the_farther_bound(double lower, double upper)
    {
        // The effect is in the middle, 0.2 from both; its bound at 5 % is 1.6448536269514722 standard errors away.
        Assert.Equal(0.2 / 1.6448536269514722, BoundError.Of(new StubEvidence(lower, upper)), Digits);
    }

    [Fact]
    public void A_bound_that_is_farther_on_one_side_counts()
    {
        Assert.Equal(0.5 / 1.6448536269514722, BoundError.Of(new Uneven(-0.1, 0.5)), Digits);
        Assert.Equal(0.5 / 1.6448536269514722, BoundError.Of(new Uneven(-0.5, 0.1)), Digits);
    }

    [Theory]
    [InlineData(30, 20, 200, 0.0351781181986757)]
    [InlineData(5, 0, 10, 0.158113883008419)]
    public void The_standard_error_of_a_difference_of_accuracies_is_that_of_paired_rows(int won, int lost, int rows, double expected)
    {
        var evidence = new McnemarEvidence(won, lost, rows);

        Assert.Equal(expected, evidence.StandardError, Digits);
        Assert.Equal(0.5, ((IEffectEvidence)evidence).Rate);
    }

    [Theory]
    [InlineData(0, 0, 10)]
    [InlineData(10, 0, 10)]
    [InlineData(0, 10, 10)]
    public void Rows_that_all_agree_have_no_spread_of_their_own(int won, int lost, int rows)
    {
        var evidence = new McnemarEvidence(won, lost, rows);

        Assert.Equal((BoundError.Of(evidence), 1.0), (evidence.StandardError, evidence.Rate));
        Assert.True(evidence.StandardError > 0.01);
    }

    private sealed class Uneven(double lower, double upper) : IEffectEvidence
    {
        public double Effect => 0;

        public double StandardError => 1;

        public double Lower(double alpha) => lower;

        public double Upper(double alpha) => upper;

        public double PAbove(double margin) => 1;

        public double PBelow(double margin) => 1;
    }
}
