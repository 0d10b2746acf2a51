using ModelOps.Core.Gates;

namespace ModelOps.Core.Tests.Gates;

public sealed class GateTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(1234.5678, "1235")]
    [InlineData(12345.678, "12346")]
    [InlineData(-98765432.1, "-98765432")]
    [InlineData(1e-7, "1E-07")]
    public void A_number_has_four_significant_digits(double value, string expected) => Assert.Equal(expected, GateText.Number(value));

    [Theory]
    [InlineData(0.83, 0.84, "0.83")]
    [InlineData(0.83999, 0.84, "0.83999")]
    [InlineData(0.8400000001, 0.84, "0.8400000001")]
    [InlineData(0.84, 0.84, "0.84")]
    [InlineData(119.996, 120, "119.996")]
    public void A_number_beside_its_limit_shows_on_which_side_it_is(double value, double limit, string expected) =>
        Assert.Equal(expected, GateText.Beside(value, limit));

    [Fact]
    public void The_number_next_to_a_limit_does_not_look_like_the_limit() =>
        Assert.NotEqual(GateText.Limit(0.84), GateText.Beside(double.BitDecrement(0.84), 0.84));

    [Theory]
    [InlineData(0.2, 0.2, 0.4, true)]
    [InlineData(0.4, 0.2, 0.4, true)]
    [InlineData(0.19999999999, 0.2, 0.4, false)]
    [InlineData(0.40000000001, 0.2, 0.4, false)]
    [InlineData(-5, null, 0.4, true)]
    [InlineData(5, 0.2, null, true)]
    public void The_limits_themselves_pass(double value, double? min, double? max, bool holds) =>
        Assert.Equal(holds, new GateLimits(min, max).Hold(value));

    [Fact]
    public void Limits_read_as_a_condition() => Assert.Equal(">= 0.2 ms and <= 12 ms", new GateLimits(0.2, 12, " ms").Text);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_never_a_pass(double value) =>
        Assert.Equal(GateStatus.CouldNotRun, new GateChecks("metrics").Within("auc", value, new(null, null), "", "").Status);
}
