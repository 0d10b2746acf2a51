using ModelOps.Evaluation.Comparison.Resampling;

namespace ModelOps.Core.Tests.Comparison;

/// <summary>Numbers below a limit, against an implementation of the same papers in Python.</summary>
public sealed class BoundedDrawTests
{
    [Fact]
    public void A_limit_that_divides_badly_has_draws_taken_again()
    {
        // Almost a third of all draws is taken again at this limit: here 6 besides the 16.
        var generator = new ResampleGenerator(7, 3);
        int[] expected =
        [
            82681105, 1019463230, 1168873547, 1395918180, 265490600, 564318435, 692141065, 1190986318, 138278022, 457400110, 1110309609, 913575492, 624160058,
            617436394, 1118198566, 314616238,
        ];

        Assert.All(expected, number => Assert.Equal(number, generator.Next(1_500_000_000)));
    }

    [Fact]
    public void A_resample_takes_both_halves_of_each_number_and_one_of_the_last()
    {
        var generator = new ResampleGenerator(7, 3);
        var counts = new byte[7];

        generator.Draw(counts);

        Assert.Equal([1, 1, 0, 0, 2, 2, 1], counts);
    }
}
