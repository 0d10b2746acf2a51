using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Tests.Several;

public class ExitCodeOrderTests
{
    [Fact]
    public void Every_code_has_one_place() =>
        Assert.Equal(Enum.GetValues<ExitCode>().Order(), ExitCodeOrder.All.Order());

    [Theory]
    [InlineData("", 0)]
    [InlineData("0 0", 0)]
    [InlineData("0 4", 4)]
    [InlineData("4 8", 8)]
    [InlineData("8 3 4", 3)]
    [InlineData("3 9", 9)]
    [InlineData("9 7", 7)]
    [InlineData("7 6", 6)]
    [InlineData("6 2", 2)]
    [InlineData("2 1 9", 1)]
    [InlineData("1 130 3", 130)]
    [InlineData("5 0", 5)]
    public void The_code_that_wins_does_not_depend_on_the_order_of_the_models(string codes, int expected)
    {
        var all = codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => (ExitCode)int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal((ExitCode)expected, ExitCodeOrder.Highest(all));
        Assert.Equal((ExitCode)expected, ExitCodeOrder.Highest(Enumerable.Reverse(all)));
    }
}
