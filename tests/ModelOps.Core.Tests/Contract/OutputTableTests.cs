using ModelOps.Core.Contract;

namespace ModelOps.Core.Tests.Contract;

public sealed class OutputTableTests
{
    [Theory]
    [InlineData(0.8103227431655855, "0.810323")]
    [InlineData(3.56051812658853E-05, "3.56052E-05")]
    [InlineData(0.0, "0")]
    [InlineData(29.5, "29.5")]
    [InlineData(1234567.89, "1234568")]
    [InlineData(-2e20, "-2E+20")]
    public void A_number_has_as_many_digits_as_people_read(double value, string expected) =>
        Assert.Equal(expected, OutputTable.CellOf(value));

    [Fact]
    public void Build_hosts_get_all_digits() => Assert.Equal("0.8103227431655855", OutputText.Of(0.8103227431655855));
}
