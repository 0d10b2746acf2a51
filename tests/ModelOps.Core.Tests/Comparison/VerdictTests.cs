using FsCheck;
using FsCheck.Fluent;
using ModelOps.Evaluation.Comparison;

namespace ModelOps.Core.Tests.Comparison;

public class VerdictTests
{
    private const double Alpha = 0.05;
    private const double Tolerance = 0.02;

    [Theory]
    [InlineData(0.0001, 0.05, ComparisonVerdict.Better, true)]
    [InlineData(0, 0.05, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(-0.05, 0, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(-0.05, -0.0001, ComparisonVerdict.Worse, false)]
    internal void Superiority(double lower, double upper, ComparisonVerdict verdict, bool isShown) =>
        Check(Hypothesis.Superior, 0, lower, upper, verdict, isShown);

    [Theory]
    [InlineData(0.1001, 0.2, ComparisonVerdict.Better, true)]
    [InlineData(0.1, 0.2, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(0.05, 0.1, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(0.05, 0.0999, ComparisonVerdict.Worse, false)]
    internal void Superiority_by_a_minimum(double lower, double upper, ComparisonVerdict verdict, bool isShown) =>
        Check(Hypothesis.Superior, 0, lower, upper, verdict, isShown, minimum: 0.1);

    [Theory]
    [InlineData(0.0001, 0.05, ComparisonVerdict.Better, true)]
    [InlineData(0, 0.05, ComparisonVerdict.NotWorse, true)]
    [InlineData(-0.0199, -0.01, ComparisonVerdict.NotWorse, true)]
    [InlineData(-0.02, 0.05, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(-0.05, -0.02, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(-0.05, -0.0201, ComparisonVerdict.Worse, false)]
    internal void Non_inferiority(double lower, double upper, ComparisonVerdict verdict, bool isShown) =>
        Check(Hypothesis.NonInferior, Tolerance, lower, upper, verdict, isShown);

    [Theory]
    [InlineData(-0.0199, 0.0199, ComparisonVerdict.NotWorse, true)]
    [InlineData(-0.02, 0.0199, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(-0.0199, 0.02, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(0.0201, 0.05, ComparisonVerdict.Better, false)]
    [InlineData(0.0199, 0.05, ComparisonVerdict.NotEnoughEvidence, false)]
    [InlineData(-0.05, -0.0201, ComparisonVerdict.Worse, false)]
    [InlineData(-0.05, -0.0199, ComparisonVerdict.NotEnoughEvidence, false)]
    internal void Equivalence(double lower, double upper, ComparisonVerdict verdict, bool isShown) =>
        Check(Hypothesis.Equivalent, Tolerance, lower, upper, verdict, isShown);

    [Fact]
    public void Non_inferiority_never_falls_when_the_effect_rises() => Prop.ForAll(
        Gen.Choose(-100, 100).ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (effect, more, error) =>
        {
            ComparisonVerdict[] rising = [ComparisonVerdict.Worse, ComparisonVerdict.NotEnoughEvidence, ComparisonVerdict.NotWorse, ComparisonVerdict.Better];
            return Array.IndexOf(rising, At(effect)) <= Array.IndexOf(rising, At(effect + more));

            ComparisonVerdict At(int place) =>
                Claims.Test(new NormalEvidence(place / 1000.0, error / 1000.0), Hypothesis.NonInferior, Tolerance).Verdict(Alpha);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_adjusted_p_is_never_smaller_and_keeps_the_order() => Prop.ForAll(
        Gen.Choose(0, 1000).Select(value => value / 1000.0).ArrayOf().ToArbitrary(), values =>
        {
            var adjusted = Holm.Adjust(values);
            return values.Zip(adjusted).All(pair => pair.Second >= pair.First && pair.Second <= 1)
                && values.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second).SequenceEqual(adjusted.Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_claims_have_to_be_stronger_than_one()
    {
        var claims = new Claims(0.9, 0.9, 0.02);
        Assert.Equal(ComparisonVerdict.Worse, claims.Verdict(Alpha));
        Assert.All(Claims.Adjust([claims, claims, claims]), one => Assert.Equal(ComparisonVerdict.NotEnoughEvidence, one.Verdict(Alpha)));
    }

    private static void Check(Hypothesis hypothesis, double tolerance, double lower, double upper, ComparisonVerdict verdict, bool isShown, double minimum = 0)
    {
        var claims = Claims.Test(new StubEvidence(lower, upper), hypothesis, tolerance, minimum);
        Assert.Equal((verdict, isShown), (claims.Verdict(Alpha), claims.IsShown(Alpha)));
    }
}
