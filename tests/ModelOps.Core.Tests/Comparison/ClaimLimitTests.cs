using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>What counts where a number lies exactly on a limit: nothing is shown there.</summary>
public sealed class ClaimLimitTests
{
    private const double Alpha = 0.05;

    [Theory]
    [InlineData(0.05, 0.05, 0.05, ComparisonVerdict.NotEnoughEvidence)]
    [InlineData(0.049, 0.05, 0.05, ComparisonVerdict.Better)]
    [InlineData(0.05, 0.049, 0.05, ComparisonVerdict.NotWorse)]
    [InlineData(0.05, 0.05, 0.049, ComparisonVerdict.Worse)]
    public void A_p_of_exactly_alpha_shows_nothing(double better, double shown, double worse, object verdict)
    {
        var claims = new Claims(better, shown, worse);

        Assert.Equal((ComparisonVerdict)verdict, claims.Verdict(Alpha));
        Assert.Equal(shown < Alpha, claims.IsShown(Alpha));
    }

    [Theory]
    [InlineData(-0.25, false)]
    [InlineData(-0.2, true)]
    [InlineData(0.2, true)]
    [InlineData(0.25, false)]
    public void A_difference_on_an_end_of_the_range_does_not_bear_out_the_hypothesis(double difference, bool isIn) =>
        Assert.Equal(isIn, ClaimedRange.Of(Hypothesis.Equivalent, 0.25).Has(difference));

    [Theory]
    [InlineData(0.0, ComparisonVerdict.NotWorse)]
    [InlineData(0.001, ComparisonVerdict.Better)]
    [InlineData(-0.25, ComparisonVerdict.NotEnoughEvidence)]
    public void Better_is_only_what_the_metric_itself_finds_better(double difference, object verdict) =>
        Assert.Equal((ComparisonVerdict)verdict, ClaimedRange.Of(Hypothesis.NonInferior, 0.25).Confirm(ComparisonVerdict.Better, difference));
}
