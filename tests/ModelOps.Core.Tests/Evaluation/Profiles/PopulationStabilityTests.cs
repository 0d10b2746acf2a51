using ModelOps.Evaluation.Profiles;

namespace ModelOps.Core.Tests.Evaluation.Profiles;

public sealed class PopulationStabilityTests
{
    [Theory]
    [InlineData(0.5, 0.25, 0.27465307216702745)]
    [InlineData(0.5, 0.5, 0)]
    [InlineData(0.25, 0.5, 0.27465307216702745)]
    [InlineData(0.5, 0, 4.60431846666895)]
    public void The_index_is_that_of_the_formula(double was, double isNow, double expected) =>
        Assert.Equal(expected, PopulationStability.Compute(Column(was, 1 - was), Column(isNow, 1 - isNow)), 9);

    [Fact]
    public void Other_bins_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => PopulationStability.Compute(Column(0.5, 0.5), Column(0.5, 0.5) with { Edges = [2] }));

    private static ColumnProfile Column(params double[] shares) => new("x", [1], [], shares, 0);
}
