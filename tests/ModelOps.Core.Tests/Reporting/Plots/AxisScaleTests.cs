using FsCheck;
using FsCheck.Fluent;
using ModelOps.Core.Reporting.Plots;

namespace ModelOps.Core.Tests.Reporting.Plots;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-0.06, 0.05, "-0.06 -0.04 -0.02 0.00 0.02 0.04")]
    [InlineData(0, 100, "0 20 40 60 80 100")]
    [InlineData(0, 3e9, "0e0 5e8 1e9 1.5e9 2e9 2.5e9 3e9")]
    public void Ticks_are_round(double min, double max, string expected)
    {
        var scale = new AxisScale(min, max, 0, 400);

        Assert.Equal(expected, string.Join(' ', scale.Ticks().Select(scale.TextOf)));
    }

    [Fact]
    public void Any_values_have_a_scale_with_few_ticks_within_it() => Check.QuickThrowOnFailure(Prop.ForAll<double[]>(values =>
    {
        var scale = AxisScale.Around(values, 10, 400);
        var ticks = scale.Ticks().ToArray();

        Assert.InRange(ticks.Length, 0, 8);
        Assert.All(ticks.Concat(values.Where(double.IsFinite)), value => Assert.InRange(scale.At(value), 10, 400));
    }));

    [Fact]
    public void Where_it_ends_the_other_way_round_it_falls() => Assert.Equal([300, 200, 100], ((double[])[0, 0.5, 1]).Select(new AxisScale(0, 1, 300, 100).At));
}
